"""How well drawings are redrawn, and what the latents cost: nats, decibels, active units.

Pixels are grey levels in [0, 1] and the likelihood is Bernoulli, as is the custom for such
pictures; `log p(x | z)` here is minus the cross-entropy summed over the 784 pixels.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from aemodel.evaluation.interface import FloatArray

Decode = Callable[[FloatArray], FloatArray]
PerDrawing = NDArray[np.float64]
LogLikelihood = Callable[[FloatArray, FloatArray], PerDrawing]

_PROBABILITY_FLOOR = 1e-7  # as Keras clips; keeps a saturated pixel's cost finite (16 nats)
_MSE_FLOOR = 1e-10  # a perfect copy counts as 100 dB


def cross_entropy(images: FloatArray, probabilities: FloatArray) -> PerDrawing:
    """Binary cross-entropy (n,) in nats per image of images (n, 28, 28) in [0, 1]."""
    x = _flat(images)
    p = np.clip(_flat(probabilities), _PROBABILITY_FLOOR, 1 - _PROBABILITY_FLOOR)
    nats: PerDrawing = -(x * np.log(p) + (1 - x) * np.log1p(-p)).sum(axis=1)
    return nats


def psnr(images: FloatArray, reconstructions: FloatArray) -> PerDrawing:
    """Peak signal-to-noise ratio (n,) in decibels, for a peak of 1; at most 100."""
    error = ((_flat(images) - _flat(reconstructions)) ** 2).mean(axis=1)
    decibels: PerDrawing = -10 * np.log10(np.maximum(error, _MSE_FLOOR))
    return decibels


def kl_to_standard_normal(mean: FloatArray, log_var: FloatArray) -> PerDrawing:
    """KL(N(mean, exp(log_var)) || N(0, I)) (n,) in nats, for arrays (n, latent_size)."""
    mean, log_var = np.asarray(mean, np.float64), np.asarray(log_var, np.float64)
    nats: PerDrawing = 0.5 * (mean**2 + np.exp(log_var) - 1 - log_var).sum(axis=1)
    return nats


def active_units(mean: FloatArray, threshold: float = 0.01) -> int:
    """Latent units whose posterior mean varies over drawings by more than the threshold.

    Burda et al. 2016 (arXiv:1509.00519): Var_x(E_q[z]) > 0.01.
    """
    return int((np.asarray(mean, np.float64).var(axis=0) > threshold).sum())


def bernoulli_log_likelihood(images: FloatArray, probabilities: FloatArray) -> PerDrawing:
    """log p(x | z) (n,) in nats of images given what their latents decode to."""
    return -cross_entropy(images, probabilities)


def evidence_lower_bound(
    images: FloatArray,
    mean: FloatArray,
    log_var: FloatArray,
    decode: Decode,
    *,
    seed: int,
    log_likelihood: LogLikelihood = bernoulli_log_likelihood,
) -> PerDrawing:
    """ELBO (n,) in nats: one posterior draw for the likelihood, the closed form for the KL."""
    noise = np.random.default_rng(seed).standard_normal(np.shape(mean))
    latents = mean + np.exp(log_var / 2) * noise
    decoded = decode(latents.astype(np.float32))
    return log_likelihood(images, decoded) - kl_to_standard_normal(mean, log_var)


def importance_weighted_bound(
    images: FloatArray,
    mean: FloatArray,
    log_var: FloatArray,
    decode: Decode,
    *,
    samples: int,
    seed: int,
    log_likelihood: LogLikelihood = bernoulli_log_likelihood,
) -> PerDrawing:
    """Lower bound (n,) on log p(x) in nats by importance weighting (Burda et al. 2016):

        log 1/K sum_k p(x | z_k) p(z_k) / q(z_k | x),  z_k drawn from q(z | x), p(z) = N(0, I)

    For one sample it is an ELBO; in expectation it grows with the number of samples to log p(x).
    """
    rng = np.random.default_rng(seed)
    bounds = np.empty(len(images))
    for i, image in enumerate(images):
        noise = rng.standard_normal((samples, mean.shape[1]))
        latents = mean[i] + np.exp(log_var[i] / 2) * noise
        decoded = decode(latents.astype(np.float32))
        likelihood = log_likelihood(np.broadcast_to(image, decoded.shape), decoded)
        ratio = 0.5 * (noise**2 + log_var[i] - latents**2).sum(axis=1)  # log p(z) - log q(z | x)
        weights = likelihood + ratio
        top = weights.max()
        bounds[i] = top + np.log(np.exp(weights - top).mean())
    return bounds


def _flat(images: FloatArray) -> NDArray[np.float64]:
    values = np.asarray(images, dtype=np.float64)
    return values.reshape(len(values), -1)
