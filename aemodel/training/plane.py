"""The stage that puts an autoencoder's latents on the plane; any kind may use it.

The kind's configuration needs two fields: `plane`, a `PlaneSettings`, and `map`, an `Optimisation`.
"""

from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from aemodel.data.augment import mirrorable
from aemodel.data.dataset import LabelledDrawings
from aemodel.models.plane import PlanePair
from aemodel.training.feed import ArrayBatches
from aemodel.training.loop import evaluate
from aemodel.training.optimisers import compile_model
from aemodel.training.stages import Arrays, Stage, StageContext, StageRun

Floats = NDArray[np.float32]

GRID = 128
EXTENT = (-1.0, 1.0, -1.0, 1.0)
SMOOTHING = 0.03
"""Standard deviation of the kernel of the density grids; the map's sides are 2 long."""


def plane_stage(autoencoder: str = "autoencoder") -> Stage:
    """The stage `map` over the latents of the stage named `autoencoder`."""

    def build(context: StageContext) -> keras.Model:
        size = context.models[autoencoder].latent_size
        return PlanePair(size, len(context.categories), context.config.plane, seed=context.seed)

    def prepare(context: StageContext, model: keras.Model) -> StageRun:
        encoder = context.models[autoencoder].encoder
        settings = context.config.map
        train = encode_drawings(encoder, with_mirrors(context.dataset.train))
        validation = encode_drawings(encoder, context.dataset.validation)
        # Mixed, since a batch of one category would not be spread over the whole plane.
        mixed = np.random.default_rng(0).permutation(len(validation[0]))
        model.adapt(*train[:2])
        batches = ArrayBatches(
            train, settings.batch_size, seed=context.seed, transform=_posterior_and_label
        )
        held_out = ArrayBatches(
            [array[mixed] for array in validation],
            settings.batch_size,
            transform=_posterior_and_label,
            shuffle=False,
        )
        compile_model(model, settings, len(batches))
        return StageRun(model, batches.epoch, lambda: evaluate(model, held_out))

    def finish(context: StageContext, model: keras.Model) -> Arrays:
        encoder = context.models[autoencoder].encoder
        mean, _, labels = encode_drawings(encoder, with_mirrors(context.dataset.train))
        validation, _, _ = encode_drawings(encoder, context.dataset.validation)
        positions = model.map_encoder.predict(mean, batch_size=1024, verbose=0)
        return {
            **density_grids(positions, labels, len(context.categories)),
            "variance_kept": np.float32(variance_kept(model, validation)),
        }

    return Stage("map", build, prepare, finish)


def encode_drawings(
    encoder: keras.Model, drawings: LabelledDrawings
) -> tuple[Floats, Floats, NDArray[np.int32]]:
    """Mean and log-variance, (n, L) each, and label (n,) of every drawing.

    A deterministic encoder's log-variance is -30: a variance that no float tells from zero.
    """
    images = drawings.images.astype(np.float32)[..., None] / 255
    result = encoder.predict(images, batch_size=512, verbose=0)
    mean, log_var = (
        result if isinstance(result, list | tuple) else (result, np.full_like(result, -30))
    )
    return np.asarray(mean), np.asarray(log_var), drawings.labels.astype(np.int32)


def with_mirrors(drawings: LabelledDrawings) -> LabelledDrawings:
    """The drawings and, where the category allows it, their mirror images."""
    chosen = mirrorable(drawings.labels, drawings.categories)
    return LabelledDrawings(
        np.concatenate([drawings.images, drawings.images[chosen][:, :, ::-1]]),
        np.concatenate([drawings.labels, drawings.labels[chosen]]),
        drawings.categories,
    )


def variance_kept(model: PlanePair, latents: Floats) -> float:
    """Share in 0..1 of the variance of `latents` (n, L) that two numbers keep."""
    positions = model.map_encoder.predict(latents, batch_size=1024, verbose=0)
    returned = model.map_decoder.predict(positions, batch_size=1024, verbose=0)
    lost = np.square(latents - returned).sum() / np.square(latents - latents.mean(axis=0)).sum()
    return float(np.clip(1 - lost, 0, 1))


def density_grids(
    positions: Floats, labels: NDArray[Any], categories: int, size: int = GRID
) -> dict[str, Floats]:
    """Where drawings lie on the plane.

    Returns:
        extent: (x0, x1, y0, y1), the whole plane.
        density: (size, size) in [0, 1], 1 at the densest place; row 0 is y0, column 0 is x0.
        category_density: (categories, size, size); its sum over categories is `density`.
    """
    x0, x1, y0, y1 = EXTENT
    sigma = SMOOTHING * size / (x1 - x0)
    grids = []
    for category in range(categories):
        x, y = positions[labels == category].T
        counts, _, _ = np.histogram2d(y, x, bins=size, range=((y0, y1), (x0, x1)))
        grids.append(gaussian_filter(counts, sigma, mode="reflect"))
    category_density = np.stack(grids)
    density = category_density.sum(axis=0)
    highest = max(float(density.max()), 1e-12)
    return {
        "extent": np.array(EXTENT, np.float32),
        "density": (density / highest).astype(np.float32),
        "category_density": (category_density / highest).astype(np.float32),
    }


def _posterior_and_label(batch: tuple[Any, ...]) -> Any:
    mean, log_var, labels = batch
    return (mean, log_var), labels
