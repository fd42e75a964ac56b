"""Writes a bundle: Keras models to LiteRT graphs, checked against Keras, with a manifest.

With `convert` and `from_run` the only modules of the package that need TensorFlow.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from aemodel.bundle.arrays import write_arrays
from aemodel.bundle.checks import SIDE, Floats
from aemodel.bundle.convert import (
    CHECK_ROWS,
    EightBits,
    GraphSpec,
    Precision,
    convert_within,
)
from aemodel.bundle.manifest import (
    DATA_SOURCE,
    MANIFEST_NAME,
    FileEntry,
    Manifest,
    parse_manifest,
)
from aemodel.bundle.plane import MAP_ARRAYS, MAP_DECODER, MAP_ENCODER
from aemodel.bundle.runtime import DECODER, ENCODER, HEAD, Bundle
from aemodel.errors import BundleError
from aemodel.files import replacing, replacing_folder
from aemodel.models.refinement import Refinement

Model = Callable[[Any], Any]
"""A Keras model, or any function of TensorFlow tensors."""


@dataclass(frozen=True)
class PlaneParts:
    """The 2D map to export; see `PlaneMap` for the meaning of the grids.

    `encoder` maps latents (n, L) to (n, 2), `decoder` back. Grids are stored in 256 levels.
    """

    encoder: Model
    decoder: Model
    extent: tuple[float, float, float, float]
    density: Floats
    category_density: Floats
    variance_kept: float


def export_bundle(
    out_dir: str | os.PathLike[str],
    *,
    name: str,
    title: str,
    kind: str,
    categories: Sequence[str],
    latent_size: int,
    encoder: Model,
    decoder: Model,
    decoder_int8: EightBits | None = None,
    plane: PlaneParts | None = None,
    head: Model | None = None,
    prior: Mapping[str, Any] | None = None,
    graphs: Mapping[str, GraphSpec] | None = None,
    arrays: Mapping[str, Mapping[str, NDArray[Any]]] | None = None,
    refinement: Refinement | None = None,
    missing: Mapping[str, str] | None = None,
    data: Mapping[str, Any] | None = None,
    training: Mapping[str, Any] | None = None,
    metrics: Mapping[str, Any] | None = None,
    precision: Precision = "half",
    examples: Floats | None = None,
) -> Path:
    """Write the bundle folder `out_dir`, whole or not at all, and return its path.

    Args:
        encoder: (n, 28, 28, 1) in [0, 1] -> mean, or (mean, log_var), each (n, latent_size).
        decoder: (n, latent_size) -> probabilities (n, 28, 28, 1) in [0, 1]; `decoder_int8`: what
            it bears in 8 bits, see `GraphSpec`.
        plane: the 2D map; `head`: (n, latent_size) -> probabilities (n, K).
        prior: the manifest's block; default: normal where the encoder gives a log-variance,
            none otherwise. `graphs` and `arrays`: further files by name (`prior.tflite`,
            `prior.npz`, `typicality.npz`).
        refinement: how drawings are read more than once; None where once is all.
        precision: of the weights in the graphs. With "half" they are stored in 16 bits, graph by
            graph, wherever that keeps LiteRT within TOLERANCE of Keras, and in 32 elsewhere; or in
            8, for graphs that say so.
        examples: images (n, 28, 28) in [0, 1] to compare on; the first 213 are used.

    The manifest records, under training.export, the precision and the difference of each graph.
    Raises BundleError, and leaves `out_dir` as it was, where a graph in 32 bits differs from its
    Keras model by more than TOLERANCE, or where `out_dir` is something else than a bundle.
    """
    if precision not in get_args(Precision):
        raise BundleError(f"The precision is half or single, not {precision!r}.")
    out = Path(out_dir)
    _refuse_other_folder(out)
    images = _example_images() if examples is None else np.asarray(examples, np.float32)
    probabilistic, latents = _example_latents(encoder, images, latent_size)
    manifest = Manifest(
        name=name,
        title=title,
        kind=kind,
        latent_size=latent_size,
        categories=tuple(categories),
        files=(),
        prior=prior or {"kind": "normal" if probabilistic else "none"},
        map=None
        if plane is None
        else {"extent": list(map(float, plane.extent)), "variance_kept": plane.variance_kept},
        refinement=None if refinement is None else asdict(refinement),
        missing=missing or {},
        data={**DATA_SOURCE, **(data or {})},
        training=training or {},
        metrics=metrics or {},
    )
    manifest.to_json()  # refuses what cannot be written before the long work
    _refuse_logits(decoder, latents)
    specs = {
        ENCODER: _encoder_spec(encoder, images, latent_size, probabilistic),
        DECODER: _decoder_spec(decoder, latents, decoder_int8),
    }
    contents: dict[str, bytes] = {}
    if plane is not None:
        specs |= _plane_specs(plane, latents)
        contents[MAP_ARRAYS] = write_arrays(_plane_arrays(plane))
    if head is not None:
        specs[HEAD] = _dense_spec(head, "latent", latents, "probability", len(categories))
    specs |= graphs or {}
    exported = {}
    for file, spec in specs.items():
        contents[file], exported[file] = convert_within(file, spec, precision)
    for file, named in (arrays or {}).items():
        contents[file] = write_arrays(named)
    manifest = replace(
        manifest,
        files=tuple(FileEntry.of(file, contents[file]) for file in sorted(contents)),
        training={**manifest.training, "export": exported},
    )
    text = manifest.to_json()
    Bundle(parse_manifest(text), contents)
    try:
        with replacing_folder(out) as part:
            for file, content in contents.items():
                (part / file).write_bytes(content)
            (part / MANIFEST_NAME).write_bytes(text)
    except OSError as error:
        raise BundleError(f"{out} cannot be written: {error.strerror or error}.") from error
    return out


def update_metrics(bundle_dir: str | os.PathLike[str], metrics: Mapping[str, Any]) -> None:
    """Replace the metrics in the manifest of a bundle folder; its graphs stay as they are."""
    path = Path(bundle_dir) / MANIFEST_NAME
    try:
        manifest = parse_manifest(path.read_bytes())
        with replacing(path) as part:
            part.write_bytes(replace(manifest, metrics=metrics).to_json())
    except OSError as error:
        raise BundleError(f"{path} cannot be rewritten: {error.strerror}.") from error


def _refuse_other_folder(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise BundleError(f"{out} is not a folder; choose another place for the model.")
    if out.is_dir() and any(out.iterdir()) and not (out / MANIFEST_NAME).is_file():
        raise BundleError(
            f"{out} holds something else than a model and is left alone; choose another folder."
        )


def _example_images() -> Floats:
    """Rings, one to six in a picture: from as light as drawings are to nearly half ink."""
    rng = np.random.default_rng(0)
    ys, xs = np.mgrid[:SIDE, :SIDE]
    images = np.zeros((CHECK_ROWS, SIDE, SIDE), np.float32)
    for number, image in enumerate(images):
        for x, y, radius in rng.uniform((4, 4, 2), (24, 24, 12), (1 + number % 6, 3)):
            ring = np.clip(1.5 - np.abs(np.hypot(ys - y, xs - x) - radius), 0, 1)
            np.maximum(image, ring, out=image)
    return images


def _example_latents(encoder: Model, images: Floats, latent_size: int) -> tuple[bool, Floats]:
    """Whether the encoder gives a log-variance, and latents: encoded drawings and N(0, I)."""
    result = encoder(images[:CHECK_ROWS, ..., None])
    probabilistic = isinstance(result, list | tuple) and len(result) > 1
    mean = np.asarray(_first(result))
    if mean.shape[1:] != (latent_size,):
        raise BundleError(f"The encoder gives {mean.shape} instead of (n, {latent_size}).")
    half = min(len(mean), CHECK_ROWS // 2)
    normal = np.random.default_rng(1).standard_normal((CHECK_ROWS - half, latent_size))
    return probabilistic, np.concatenate([mean[:half], normal]).astype(np.float32)


def _refuse_logits(decoder: Model, latents: Floats) -> None:
    pixels = np.asarray(decoder(latents))
    if not (pixels.min() >= 0 and pixels.max() <= 1):
        raise BundleError(
            f"The decoder draws values from {pixels.min():.3g} to {pixels.max():.3g}; export "
            "probabilities in [0, 1], not logits."
        )


def _first(result: Any) -> Any:
    return result[0] if isinstance(result, list | tuple) else result


def _encoder_spec(
    encoder: Model, images: Floats, latent_size: int, probabilistic: bool
) -> GraphSpec:
    def encode(image: Any) -> dict[str, Any]:
        result = encoder(image[..., None])
        if not probabilistic:
            return {"mean": _first(result)}
        return {"mean": result[0], "log_var": result[1]}

    names = ("mean", "log_var") if probabilistic else ("mean",)
    outputs = dict.fromkeys(names, (latent_size,))
    return GraphSpec(encode, {"image": (SIDE, SIDE)}, outputs, {"image": images})


def _decoder_spec(decoder: Model, latents: Floats, int8: EightBits | None) -> GraphSpec:
    def decode(latent: Any) -> dict[str, Any]:
        return {"image": decoder(latent)[..., 0]}

    outputs = {"image": (SIDE, SIDE)}
    return GraphSpec(decode, {"latent": latents.shape[1:]}, outputs, {"latent": latents}, int8)


def _dense_spec(model: Model, source: str, rows: Floats, result: str, width: int) -> GraphSpec:
    def call(**values: Any) -> dict[str, Any]:
        return {result: model(values[source])}

    return GraphSpec(call, {source: rows.shape[1:]}, {result: (width,)}, {source: rows})


def _plane_specs(plane: PlaneParts, latents: Floats) -> dict[str, GraphSpec]:
    x0, x1, y0, y1 = plane.extent
    points = np.random.default_rng(2).uniform((x0, y0), (x1, y1), (CHECK_ROWS, 2))
    places = points.astype(np.float32)
    return {
        MAP_ENCODER: _dense_spec(plane.encoder, "latent", latents, "point", 2),
        MAP_DECODER: _dense_spec(plane.decoder, "point", places, "latent", latents.shape[1]),
    }


def _plane_arrays(plane: PlaneParts) -> dict[str, NDArray[Any]]:
    return {
        name: np.round(np.clip(grid, 0, 1) * 255).astype(np.uint8)
        for name, grid in (
            ("density", plane.density),
            ("category_density", plane.category_density),
        )
    }
