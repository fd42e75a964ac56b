"""A judge of sketches: would one take this for a person's doodle of its category?

Fréchet distances do not see whether a face makes sense, and a critic that tells samples from
drawings goes by how lines end and how grey they are. So the judge learns from grades that samples
and drawings were given blind (`aemodel.data.judged`), and shows which of several sketches is worth
keeping ("best of n", Stiennon et al., arXiv:2009.01325). There are few grades; what to look at in a
doodle it learns at the same time from telling the categories of people's drawings.
"""

from dataclasses import dataclass
from typing import Any

import keras
from keras import ops

from aemodel.data.augment import SIDE, warp
from aemodel.models.residual import ResidualBlock

_CONTRAST = 6.0
"""Of lines against paper, as the judge sees them: greys would tell a sample from a drawing."""
_CONTRASTS = (1.5, _CONTRAST)
"""While it learns."""


@dataclass(frozen=True)
class JudgeSettings:
    """Sizes of the network, and what it is trained on.

    Attributes:
        widths: channels at 28x28, 14x14, 7x7 and 4x4 pixels; faces are small.
        features: what the picture comes down to.
        dropout: of the features, while training.
        graded: share of a batch that has grades; the rest are people's drawings.
        grade_weight: of the squared error of a grade in 0..1, beside the nats of the category.
        shift: by how many pixels pictures are moved while training, at most.
    """

    widths: tuple[int, int, int, int] = (16, 32, 64, 72)
    features: int = 160
    dropout: float = 0.3
    graded: float = 0.3
    grade_weight: float = 20.0
    shift: int = 2


def build_judge(categories: int, settings: JudgeSettings) -> keras.Model:
    """(image (n, 28, 28, 1) in [0, 1], category (n,)) -> grade (n,) and logits (n, categories).

    Grades are about 0 for no person's doodle of the category and about 1 for one. A new judge
    grades all alike.
    """
    image = keras.Input((SIDE, SIDE, 1), name="image")
    category = keras.Input((), dtype="int32", name="category")
    x = ops.sigmoid(_CONTRAST * (image - 0.5))
    for width, stride, blocks in zip(settings.widths, (1, 2, 2, 2), (1, 1, 2, 1), strict=True):
        x = keras.layers.Conv2D(width, 3, strides=stride, padding="same")(x)
        for _ in range(blocks):
            x = ResidualBlock(width)(x)
        x = ops.silu(x)
    x = keras.layers.Dense(settings.features, activation="silu")(keras.layers.Flatten()(x))
    x = keras.layers.Dropout(settings.dropout)(x)
    logits = keras.layers.Dense(categories, name="logits")(x)
    asked = keras.layers.Embedding(categories, settings.features, "zeros")(category)
    x = keras.layers.Dense(settings.features // 2, activation="silu")(
        ops.concatenate([x * (1 + asked), asked], axis=-1)
    )
    x = keras.layers.Dropout(settings.dropout)(x)
    grade = keras.layers.Dense(1, kernel_initializer="zeros", name="grade")(x)[:, 0]
    return keras.Model([image, category], {"grade": grade, "logits": logits}, name="judge")


class Judging(keras.Model):
    """Trains a judge on batches ((images (n, 28, 28, 1), categories (n,)), grades (n,)).

    Pictures without a grade have -1 and teach their category instead. The loss that is reported is
    the mean squared error of the grades.
    """

    def __init__(self, judge: keras.Model, settings: JudgeSettings, seed: int = 0) -> None:
        super().__init__(name="judging")
        self.judge, self.settings = judge, settings
        self.seeds = keras.random.SeedGenerator(seed)
        self.trackers = {name: keras.metrics.Mean(name=name) for name in ("loss", "accuracy")}
        self.built = True

    def call(self, inputs: Any, training: bool = False) -> Any:
        images, categories = inputs
        if training:
            images = self.varied(images)
        return self.judge([images, categories], training=training)

    def varied(self, images: Any) -> Any:
        """Mirrored or not, moved by whole pixels, of less contrast."""
        count, reach = ops.shape(images)[0], self.settings.shift
        draw = keras.random.uniform((4, count), seed=self.seeds)
        flip = ops.where(draw[0] < 0.5, -1.0, 1.0)
        x, y = (ops.floor(draw[i] * (2 * reach + 1)) - reach for i in (1, 2))
        nothing, middle = ops.zeros_like(x), (SIDE - 1) / 2
        maps = [flip, nothing, middle - flip * (middle + x), nothing, nothing + 1, -y]
        low, high = _CONTRASTS
        contrast = (low + (high - low) * draw[3])[:, None, None, None] / _CONTRAST
        return 0.5 + contrast * (warp(images, ops.stack(maps, axis=1)) - 0.5)

    def compute_loss(
        self,
        x: Any = None,
        y: Any = None,
        y_pred: Any = None,
        sample_weight: Any = None,
        training: bool = True,
    ) -> Any:
        """Nats of the categories of drawings, and the weighted squared error of the grades."""
        if y_pred is None:
            y_pred = self(x, training=training)
        categories = x[1]
        graded = ops.cast(y >= 0, "float32")
        error = ops.square(y_pred["grade"] - y) * graded
        nats = keras.losses.sparse_categorical_crossentropy(
            categories, y_pred["logits"], from_logits=True
        )
        right = ops.equal(ops.argmax(y_pred["logits"], axis=-1), categories)
        hits = ops.cast(right, "float32")
        self.trackers["loss"].update_state(ops.square(y_pred["grade"] - y), graded)
        self.trackers["accuracy"].update_state(hits, 1 - graded)
        weight = self.settings.grade_weight
        return ops.mean(nats * (1 - graded)) + weight * ops.mean(error)

    @property
    def metrics(self) -> list[Any]:
        return list(self.trackers.values())
