"""Building blocks that `atlas` and its discriminator share."""

from typing import Any

import keras
from keras import ops


class ResidualBlock(keras.layers.Layer):
    """x + conv(swish(conv(swish(x)))), both 3x3. The second convolution starts at zero, so a new
    block is the identity and deep stacks train without normalisation (Zhang et al., 2019, Fixup).

    Shape: (n, height, width, channels) to the same.
    """

    def __init__(self, channels: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.first = keras.layers.Conv2D(channels, 3, padding="same", name="first")
        self.second = keras.layers.Conv2D(
            channels, 3, padding="same", kernel_initializer="zeros", name="second"
        )

    def build(self, input_shape: Any) -> None:
        self.first.build(input_shape)
        self.second.build(self.first.compute_output_shape(input_shape))

    def call(self, inputs: Any) -> Any:
        hidden = self.first(ops.silu(inputs))
        return inputs + self.second(ops.silu(hidden))


class SpectralConv2D(keras.layers.Layer):
    """A convolution whose kernel is divided by its largest singular value (Miyato et al., 2018).

    The singular value comes from one power iteration a call; its vector is kept between training
    calls. Keras's own wrapper overwrites the kernel instead, which hides the division from the
    gradient.
    """

    def __init__(self, filters: int, size: int, strides: int = 1, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.filters, self.size, self.strides = filters, size, strides

    def build(self, input_shape: Any) -> None:
        shape = (self.size, self.size, input_shape[-1], self.filters)
        self.kernel = self.add_weight(shape=shape, initializer="glorot_uniform", name="kernel")
        self.bias = self.add_weight(shape=(self.filters,), initializer="zeros", name="bias")
        self.left = self.add_weight(
            shape=(1, self.filters), initializer="random_normal", trainable=False, name="left"
        )

    def call(self, inputs: Any, training: bool = False) -> Any:
        matrix = ops.reshape(self.kernel, (-1, self.filters))
        right = _unit(ops.matmul(self.left, ops.transpose(matrix)))
        left = _unit(ops.matmul(right, matrix))
        if training:
            self.left.assign(ops.stop_gradient(left))
        left, right = ops.stop_gradient(left), ops.stop_gradient(right)
        largest = ops.sum(ops.matmul(right, matrix) * left)
        outputs = ops.conv(inputs, self.kernel / largest, strides=self.strides, padding="same")
        return outputs + self.bias


def _unit(vector: Any) -> Any:
    return vector / (ops.norm(vector) + 1e-8)
