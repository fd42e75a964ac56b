"""From a finished training run to a bundle: which of its parts become which graphs."""

import importlib
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aemodel.bundle.checks import Floats
from aemodel.bundle.convert import Precision
from aemodel.bundle.export import Model, PlaneParts, export_bundle
from aemodel.errors import BundleError

MAP_STAGE = "map"
PARTS = {"atlas": "aemodel.bundle.from_atlas:atlas_parts"}
"""Kind -> the function that gives a run's further parts; imported when a run is exported."""


def export_run(
    run_dir: Path,
    out_dir: Path,
    *,
    precision: Precision = "half",
    name: str | None = None,
    title: str | None = None,
    data: Path | None = None,
) -> Path:
    """Export the run in `run_dir` to the bundle folder `out_dir`.

    `name` defaults to the name of the folder, `title` to that of the model's kind. With `data`, a
    folder of drawings, LiteRT is compared with Keras on validation drawings from there.

    A kind in `PARTS` brings further arguments of `export_bundle`: its prior, its head, its own
    decoder, graphs and arrays.

    Raises:
        BundleError: when the run is of a kind that cannot be a bundle, or see `export_bundle`.
        TrainingError: when there is no finished run.
    """
    try:
        import keras

        from aemodel.training.run import open_run
    except ModuleNotFoundError as error:
        raise BundleError(
            f"Exporting needs {error.name}; install it with `pip install '.[train]'`."
        ) from error
    if keras.backend.backend() != "tensorflow":
        raise BundleError("Exporting needs Keras on TensorFlow; set KERAS_BACKEND=tensorflow.")
    run = open_run(run_dir)
    model = run.model
    if not (hasattr(model, "encoder") and hasattr(model, "decode")):
        raise BundleError(f"A run of {run.settings.kind} has no decoder to make a model of.")
    parts: dict[str, Any] = {"encoder": model.encoder, "decoder": decoder_of(model)}
    if run.settings.kind in PARTS:
        module, function = PARTS[run.settings.kind].split(":")
        parts |= getattr(importlib.import_module(module), function)(run)
    return export_bundle(
        out_dir,
        name=name or out_dir.resolve().name,
        title=title or run.kind.title,
        kind=run.settings.kind,
        categories=run.categories,
        latent_size=int(model.latent_size),
        plane=plane_of(run),
        training=training_of(run),
        precision=precision,
        examples=None if data is None else _examples(data, run.categories),
        **parts,
    )


def _examples(data: Path, categories: tuple[str, ...]) -> Floats:
    """Validation drawings of all categories, mixed."""
    from aemodel.data.dataset import load_drawings

    images: NDArray[np.uint8] = load_drawings(data, categories, limit=1000).validation.images
    mixed = np.random.default_rng(0).permutation(len(images))
    examples: Floats = images[mixed].astype(np.float32) / np.float32(255)
    return examples


def decoder_of(model: Any) -> Model:
    """The function from flat latents to probabilities (n, 28, 28, 1)."""

    def decode(latents: Any) -> Any:
        return model.decode(latents)

    return decode


def plane_of(run: Any) -> PlaneParts | None:
    """The 2D map of a run that has the stage for it."""
    if MAP_STAGE not in run.models:
        return None
    pair, grids = run.models[MAP_STAGE], run.arrays[MAP_STAGE]
    x0, x1, y0, y1 = (float(edge) for edge in grids["extent"])
    return PlaneParts(
        encoder=pair.map_encoder,
        decoder=pair.map_decoder,
        extent=(x0, x1, y0, y1),
        density=np.asarray(grids["density"], np.float32),
        category_density=np.asarray(grids["category_density"], np.float32),
        variance_kept=float(grids["variance_kept"]),
    )


def training_of(run: Any) -> dict[str, Any]:
    """What the manifest says of the training: the configuration, the drawings, the best epochs."""
    return {
        "kind": run.settings.kind,
        "config": run.record["config"],
        "seed": run.settings.seed,
        "limit": run.settings.limit,
        "drawings": run.record["drawings"],
        "versions": run.record["versions"],
        "stages": {name: _outcome(progress) for name, progress in run.progress.items()},
    }


def _outcome(progress: Any) -> Mapping[str, Any]:
    rows = progress.history
    best = rows[progress.best_epoch - 1] if rows else {}
    kept = {key: float(value) for key, value in best.items() if key not in ("epoch", "seconds")}
    return {
        "epochs": len(rows),
        "best_epoch": progress.best_epoch,
        "seconds": round(sum(row["seconds"] for row in rows), 1),
        "best": {key: float(f"{v:.6g}") for key, v in kept.items() if math.isfinite(v)},
    }
