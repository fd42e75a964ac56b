"""The stage that learns to draw: a prior over pixels, for kinds whose samples are drawn first and
read afterwards.

The kind's configuration needs two fields: `pixel_flow`, a `PixelFlowSettings`, and `pixels`, an
`Optimisation`.
"""

from collections.abc import Sequence

import keras
import numpy as np

from aemodel.data.augment import Augmentation
from aemodel.data.dataset import LabelledDrawings
from aemodel.priors.pixel_flow import Denoiser, PixelFlowMatching
from aemodel.training.feed import image_batches
from aemodel.training.loop import evaluate
from aemodel.training.optimisers import compile_model
from aemodel.training.stages import Stage, StageContext, StageRun

MIRROR_ONLY = Augmentation(shift=0, turned=0.0)
VALIDATION_BATCH = 512


def pixels_stage() -> Stage:
    """The stage `pixels`, a `Denoiser`; it needs no other stage."""

    def build(context: StageContext) -> keras.Model:
        return Denoiser(len(context.categories), context.config.pixel_flow)

    def prepare(context: StageContext, model: keras.Model) -> StageRun:
        flow, settings = context.config.pixel_flow, context.config.pixels
        shown = emphasised(context.dataset.train, flow.emphasis)
        batches = image_batches(
            shown, settings.batch_size, seed=context.seed, training=True, augmentation=MIRROR_ONLY
        )
        # In another order than they are stored: a batch needs drawings of all categories.
        held_out = image_batches(
            context.dataset.validation, VALIDATION_BATCH, seed=context.seed, training=True
        )
        trainer = PixelFlowMatching(model, flow, seed=context.seed)
        compile_model(trainer, settings, max(1, len(shown) // settings.batch_size))
        return StageRun(trainer, batches, lambda: evaluate(trainer, held_out(0)))

    return Stage("pixels", build, prepare)


def emphasised(drawings: LabelledDrawings, emphasis: Sequence[tuple[str, int]]) -> LabelledDrawings:
    """The drawings, those of some categories several times; names that are not there are passed
    over."""
    times = np.ones(len(drawings.categories), np.int64)
    for name, count in emphasis:
        if name in drawings.categories:
            times[drawings.categories.index(name)] = count
    rows = np.repeat(np.arange(len(drawings)), times[drawings.labels])
    return LabelledDrawings(drawings.images[rows], drawings.labels[rows], drawings.categories)
