"""The stage that learns to take noise away; any kind may use it.

The kind's configuration needs two fields: `denoising`, a `DenoisingSettings`, and `denoiser`, an
`Optimisation`.
"""

from collections.abc import Sequence

import keras
import numpy as np

from aemodel.data.augment import Augmentation
from aemodel.data.dataset import LabelledDrawings
from aemodel.models.denoiser import Denoiser, Denoising
from aemodel.training.feed import image_batches
from aemodel.training.loop import evaluate
from aemodel.training.optimisers import compile_model
from aemodel.training.stages import Stage, StageContext, StageRun

MIRROR_ONLY = Augmentation(shift=0, turned=0.0)
"""For what works on drawings that lie where real drawings lie."""
VALIDATION_BATCH = 512


def denoiser_stage() -> Stage:
    """The stage `denoiser`; it needs no other stage."""

    def build(context: StageContext) -> keras.Model:
        return Denoiser(len(context.categories), context.config.denoising)

    def prepare(context: StageContext, model: keras.Model) -> StageRun:
        denoising, settings = context.config.denoising, context.config.denoiser
        shown = emphasised(context.dataset.train, denoising.emphasis)
        batches = image_batches(
            shown, settings.batch_size, seed=context.seed, training=True, augmentation=MIRROR_ONLY
        )
        # In another order than they are stored: a batch needs drawings of all categories.
        held_out = image_batches(
            context.dataset.validation, VALIDATION_BATCH, seed=context.seed, training=True
        )
        trainer = Denoising(model, denoising, seed=context.seed)
        compile_model(trainer, settings, max(1, len(shown) // settings.batch_size))
        return StageRun(trainer, batches, lambda: evaluate(trainer, held_out(0)))

    return Stage("denoiser", build, prepare)


def emphasised(drawings: LabelledDrawings, emphasis: Sequence[tuple[str, int]]) -> LabelledDrawings:
    """The drawings, those of some categories several times; names that are not there are passed
    over."""
    times = np.ones(len(drawings.categories), np.int64)
    for name, count in emphasis:
        if name in drawings.categories:
            times[drawings.categories.index(name)] = count
    rows = np.repeat(np.arange(len(drawings)), times[drawings.labels])
    return LabelledDrawings(drawings.images[rows], drawings.labels[rows], drawings.categories)
