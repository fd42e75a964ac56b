"""The stage that learns what a person's doodle looks like; any kind may use it.

The kind's configuration needs two fields: `judging`, a `JudgeSettings`, and `judge`, an
`Optimisation`.
"""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
from keras import ops
from numpy.typing import NDArray

from aemodel.data.dataset import LabelledDrawings
from aemodel.data.judged import JudgedDoodles, graded_drawings, judged_doodles
from aemodel.data.split import VALIDATION, split_of
from aemodel.models.judge import Judging, build_judge
from aemodel.training.feed import ArrayBatches
from aemodel.training.loop import evaluate
from aemodel.training.optimisers import compile_model
from aemodel.training.stages import Stage, StageContext, StageRun

VALIDATION_BATCH = 512
UNGRADED = -1.0

Rows = tuple[NDArray[Any], NDArray[Any], NDArray[Any]]
"""Pictures, their categories, their grades."""


Redraw = Callable[[StageContext, NDArray[np.uint8]], NDArray[np.uint8]]


def judge_stage(redraw: Redraw) -> Stage:
    """The stage `judge`.

    Drawings with grades are shown as the model redraws them, (n, 28, 28) to the same, so that grey
    levels do not tell them from sketches. Doodles were graded of some categories only: a run of
    others yields a judge that grades all alike.
    """

    def build(context: StageContext) -> keras.Model:
        return build_judge(len(context.categories), context.config.judging)

    def prepare(context: StageContext, model: keras.Model) -> StageRun:
        judging, settings = context.config.judging, context.config.judge
        judged = with_people(context, judged_doodles(context.categories), redraw)
        held_out = split_of(judged.images) == VALIDATION
        shown = mixed(context.dataset.train, _some(judged, ~held_out), judging.graded)
        batches = ArrayBatches(
            shown, settings.batch_size, seed=context.seed, transform=_judging_batch
        )
        tested = mixed(context.dataset.validation, _some(judged, held_out), judging.graded)
        validation = ArrayBatches(tested, VALIDATION_BATCH, transform=_judging_batch, shuffle=False)
        trainer = Judging(model, judging, seed=context.seed)
        compile_model(trainer, settings, len(batches))
        return StageRun(trainer, batches.epoch, lambda: evaluate(trainer, validation))

    return Stage("judge", build, prepare)


def with_people(context: StageContext, doodles: JudgedDoodles, redraw: Redraw) -> JudgedDoodles:
    """The graded doodles, and after them the training drawings that have grades."""
    drawings = context.dataset.train
    rows, grades = graded_drawings(drawings.images)
    if not len(rows):
        return doodles
    return JudgedDoodles(
        np.concatenate([doodles.images, redraw(context, drawings.images[rows])]),
        np.concatenate([doodles.labels, drawings.labels[rows]]),
        np.concatenate([doodles.grades, grades]),
    )


def mixed(drawings: LabelledDrawings, judged: JudgedDoodles, graded: float) -> Rows:
    """People's drawings, without grades, and graded sketches as often as makes this share."""
    wanted = len(drawings) * graded / (1 - graded)
    times = max(1, round(wanted / max(1, len(judged.images))))
    rows = np.tile(np.arange(len(judged.images)), times)
    return (
        np.concatenate([drawings.images, judged.images[rows]]),
        np.concatenate([drawings.labels, judged.labels[rows]]).astype(np.int32),
        np.concatenate([np.full(len(drawings), UNGRADED, np.float32), judged.grades[rows]]),
    )


def _some(judged: JudgedDoodles, chosen: NDArray[np.bool_]) -> JudgedDoodles:
    return JudgedDoodles(judged.images[chosen], judged.labels[chosen], judged.grades[chosen])


def _judging_batch(batch: tuple[Any, ...]) -> Any:
    images, labels, grades = batch
    return (ops.cast(images, "float32")[..., None] / 255.0, labels), grades
