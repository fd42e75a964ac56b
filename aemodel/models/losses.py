"""The two terms of the evidence lower bound, in nats per drawing.

Keras' own `binary_crossentropy` loss is a mean over the 784 pixels, and with it the article divides
the KL by 784. That is the same objective as here, where both are sums, scaled by a constant to
which Adam and its kin are blind. Sums are kept because they mean something: nats per drawing.
"""

from keras import KerasTensor, ops


def bernoulli_nll(images: KerasTensor, logits: KerasTensor) -> KerasTensor:
    """Binary cross-entropy of `images` (n, ...) in [0, 1] summed over pixels: (n,), nats."""
    per_pixel = ops.binary_crossentropy(images, logits, from_logits=True)
    return ops.sum(ops.reshape(per_pixel, (ops.shape(per_pixel)[0], -1)), axis=-1)


def kl_to_standard_normal(mean: KerasTensor, log_var: KerasTensor) -> KerasTensor:
    """KL(N(mean, exp(log_var)) || N(0, I)) in closed form, (n, size) x 2 -> (n,), nats."""
    return -0.5 * ops.sum(1 + log_var - ops.exp(log_var) - ops.square(mean), axis=-1)
