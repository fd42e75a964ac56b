"""A denoiser of drawings, learnt by flow matching on their pixels.

Paths are straight, x_t = (1 - t) * noise + t * drawing, with paper at -1 and ink at 1 (Lipman et
al., arXiv:2210.02747). The network says what the drawing is rather than where x_t moves (Li & He,
arXiv:2511.13720), and is shown its own former answer (Chen et al., arXiv:2208.04202).

Followed from pure noise on, it draws by itself, of the category that it is asked for; see
models/atlas.md for how well.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import keras
from keras import ops

from aemodel.models.layers import fourier


@dataclass(frozen=True)
class DenoisingSettings:
    """Sizes of the network, and what it is trained on.

    Attributes:
        widths: channels at 14x14, 7x7 and 4x4 pixels.
        blocks: residual blocks at each of these, on the way down and again on the way up; the last
            number counts once.
        condition_width: of what is known of time and category.
        drop_category: how often the category is hidden while training.
        time_centre: of the times' logits, which have a standard deviation of 1; below 0 more often
            near the noise, where it is decided what the drawing will be.
        emphasis: categories that are shown more often, and how many times as often.
    """

    widths: tuple[int, int, int] = (32, 96, 192)
    blocks: tuple[int, int, int] = (1, 1, 2)
    condition_width: int = 128
    drop_category: float = 0.1
    time_centre: float = -0.5
    emphasis: tuple[tuple[str, int], ...] = ()


class ConditionedBlock(keras.layers.Layer):
    """x + conv(swish(conv(norm(x)))), both 3x3; a condition scales and shifts what is normalised
    (Perez et al., arXiv:1709.07871). The second convolution starts at zero.

    Call: (x (n, height, width, channels), condition (n, c)) -> x's shape.
    """

    def __init__(self, channels: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.modulate = keras.layers.Dense(
            2 * channels, kernel_initializer="zeros", name="modulate"
        )
        self.norm = keras.layers.LayerNormalization(
            epsilon=1e-5, center=False, scale=False, name="norm"
        )
        self.first = keras.layers.Conv2D(channels, 3, padding="same", name="first")
        self.second = keras.layers.Conv2D(
            channels, 3, padding="same", kernel_initializer="zeros", name="second"
        )

    def call(self, inputs: Any, condition: Any) -> Any:
        scale, shift = ops.split(self.modulate(condition)[:, None, None, :], 2, axis=-1)
        hidden = self.first(self.norm(inputs) * (1.0 + scale) + shift)
        return inputs + self.second(ops.silu(hidden))


class DepthToSpace(keras.layers.Layer):
    """(n, h, w, 4 c) -> (n, 2 h, 2 w, c), each pixel's channels as a block of two by two.

    No axis but the first is left open, and no operation has more than four: graphs for LiteRT want
    both.
    """

    def call(self, inputs: Any) -> Any:
        height, width, channels = inputs.shape[1:]
        rows = ops.reshape(inputs, (-1, width, 2, channels // 2))
        rows = ops.transpose(rows, (0, 2, 1, 3))
        return ops.reshape(rows, (-1, 2 * height, 2 * width, channels // 4))


class Denoiser(keras.Model):
    """A small U-Net (Ronneberger et al., arXiv:1505.04597).

    Call: (noisy (n, 28, 28, 1), previous (n, 28, 28, 1), time (n,) in [0, 1], category (n,) int,
    `categories` meaning "any") -> logits of ink (n, 28, 28, 1). `previous` is the network's former
    answer, paper at -1 and ink at 1, and zero where there is none.
    """

    def __init__(self, categories: int, settings: DenoisingSettings | None = None) -> None:
        super().__init__(name="denoiser")
        settings = settings or DenoisingSettings()
        self.categories = categories
        conv, dense = keras.layers.Conv2D, keras.layers.Dense
        wide, middle, deep = settings.widths
        self.when = dense(settings.condition_width, name="when")
        self.category = keras.layers.Embedding(
            categories + 1, settings.condition_width, name="category"
        )
        self.condition = dense(settings.condition_width, activation="silu", name="condition")
        self.enter = conv(wide, 4, strides=2, padding="same", name="enter")
        self.wide_down = _blocks("wide_down", wide, settings.blocks[0])
        self.to_middle = conv(middle, 2, strides=2, name="to_middle")
        self.middle_down = _blocks("middle_down", middle, settings.blocks[1])
        self.to_deep = conv(deep, 3, strides=2, padding="same", name="to_deep")
        self.deep = _blocks("deep", deep, settings.blocks[2])
        self.from_deep = dense(4 * middle, name="from_deep")
        self.middle_up = _blocks("middle_up", middle, settings.blocks[1])
        self.from_middle = dense(4 * wide, name="from_middle")
        self.wide_up = _blocks("wide_up", wide, settings.blocks[0])
        self.last_norm = keras.layers.LayerNormalization(epsilon=1e-5, name="last_norm")
        self.leave = conv(4, 3, padding="same", kernel_initializer="zeros", name="leave")
        self.depth_to_space = DepthToSpace()
        picture, one = ops.zeros((1, 28, 28, 1)), ops.zeros((1,))
        self(picture, picture, one, ops.cast(one, "int32"))

    def call(self, noisy: Any, previous: Any, time: Any, category: Any) -> Any:
        condition = self.when(fourier(time[:, None], 16, 2.0)) + self.category(category)
        condition = self.condition(ops.silu(condition))
        wide = self.enter(ops.concatenate([noisy, previous], axis=-1))
        wide = _through(self.wide_down, wide, condition)
        middle = _through(self.middle_down, self.to_middle(wide), condition)
        deep = _through(self.deep, self.to_deep(middle), condition)
        middle = middle + self.depth_to_space(self.from_deep(deep))[:, :7, :7]
        middle = _through(self.middle_up, middle, condition)
        wide = wide + self.depth_to_space(self.from_middle(middle))
        wide = _through(self.wide_up, wide, condition)
        return self.depth_to_space(self.leave(ops.silu(self.last_norm(wide))))


def _blocks(name: str, channels: int, count: int) -> list[ConditionedBlock]:
    return [ConditionedBlock(channels, name=f"{name}{number}") for number in range(count)]


def _through(blocks: Sequence[ConditionedBlock], x: Any, condition: Any) -> Any:
    for block in blocks:
        x = block(x, condition)
    return x


def clean_of(logits: Any) -> Any:
    """What logits of ink say of a drawing: paper at -1, ink at 1."""
    return ops.tanh(logits / 2.0)


class Denoising(keras.Model):
    """Trains a `Denoiser`. Batches are (images (n, 28, 28, 1) in [0, 1], labels (n,))."""

    def __init__(self, denoiser: Denoiser, settings: DenoisingSettings, seed: int = 0) -> None:
        super().__init__(name="denoising")
        self.denoiser, self.settings = denoiser, settings
        self.chance = keras.random.SeedGenerator(seed)
        self.built = True

    def call(self, inputs: Any, training: bool = False) -> Any:
        return 2.0 * inputs - 1.0

    def compute_loss(
        self,
        x: Any = None,
        y: Any = None,
        y_pred: Any = None,
        sample_weight: Any = None,
        training: bool = True,
    ) -> Any:
        """Cross-entropy of the drawing in nats, summed over its pixels, averaged over the batch.

        It weighs the more the less noise there is, up to tenfold, for there it is small. Half of
        the batch is seen with the network's own answer to it, the other half without.
        """
        clean, count = y_pred, ops.shape(y)[0]
        noise = keras.random.normal(ops.shape(clean), seed=self.chance)
        spread = keras.random.normal((count,), seed=self.chance)
        time = ops.sigmoid(spread + self.settings.time_centre)
        noisy = (1.0 - time[:, None, None, None]) * noise + time[:, None, None, None] * clean
        hidden = keras.random.uniform((count,), seed=self.chance) < self.settings.drop_category
        category = ops.where(hidden, self.denoiser.categories, ops.cast(y, "int32"))
        half, nothing = count // 2, ops.zeros_like(noisy)
        answer = clean_of(self.denoiser(noisy[:half], nothing[:half], time[:half], category[:half]))
        previous = ops.concatenate([ops.stop_gradient(answer), nothing[half:]], axis=0)
        logits = self.denoiser(noisy, previous, time, category)
        nats = ops.sum(ops.binary_crossentropy(x, logits, from_logits=True), axis=(1, 2, 3))
        return ops.mean(nats / (1.0 - 0.9 * time))
