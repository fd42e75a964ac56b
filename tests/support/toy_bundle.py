"""Complete little bundles for tests: a linear autoencoder on the lowest frequencies of a picture.

Latent 0 is (about) the amount of ink; reconstructions are blurred but resemble their drawing.
"""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from toy_graphs import GraphWriter, dense_graph

from aemodel.bundle.arrays import write_arrays
from aemodel.bundle.manifest import MANIFEST_NAME, FileEntry, Manifest, parse_manifest

CATEGORIES = ("cat", "dog", "tree")
ORDER = 6
LATENT = ORDER * ORDER
GRID = 12
PULL = 6.0
_PRIORS: dict[str, dict[str, object]] = {
    "ae": {"kind": "none"},
    "vae": {"kind": "normal"},
    "full": {"kind": "gaussian"},
    "filled": {"kind": "flow", "steps": 8},
}


def basis() -> np.ndarray:
    """Orthonormal rows (LATENT, 784): the two-dimensional discrete cosine transform."""
    places = (np.arange(28) + 0.5) * np.pi / 28
    waves = np.array([np.cos(k * places) for k in range(ORDER)])
    waves /= np.linalg.norm(waves, axis=1, keepdims=True)
    return np.einsum("ai,bj->abij", waves, waves).reshape(LATENT, 784)


def toy_files(kind: str = "vae") -> dict[str, bytes]:
    """The files of a toy, by kind.

    `ae` has no prior, the prior of `vae` is N(0, I), `full` has one for each category; `filled`
    has a flow that also knows places of the map. The last two can do everything.
    """
    rows = basis()
    plane = np.eye(2, LATENT)
    files = {
        "encoder.tflite": encoder_graph(rows, log_var=kind != "ae"),
        "decoder.tflite": decoder_graph(rows),
        "map_encoder.tflite": dense_graph("latent", "point", plane, [0, 0]),
        "map_decoder.tflite": dense_graph("point", "latent", plane.T, np.zeros(LATENT)),
        "map.npz": write_arrays(_grids()),
    }
    if kind == "full":
        mean = np.zeros((len(CATEGORIES), LATENT), np.float32)
        mean[:, 1] = (-2, 0, 2)
        std = np.full((len(CATEGORIES), LATENT), 0.1, np.float32)
        files["prior.npz"] = write_arrays({"mean": mean, "std": std})
        files["head.tflite"] = head_graph(axis=1)
        files["typicality.npz"] = write_arrays(
            {"mean": mean, "std": std, "quantiles": np.linspace(-500, 100, 101)}
        )
    if kind == "filled":
        spread = np.full(LATENT, 2, np.float32)
        spread[:2] = 1
        files["prior.tflite"] = velocity_graph()
        files["prior.npz"] = write_arrays(
            {"centre": np.zeros(LATENT, np.float32), "spread": spread}
        )
        files["head.tflite"] = head_graph(axis=2)
        files["typicality.npz"] = write_arrays({"quantiles": np.linspace(-1500, -100, 101)})
    return files


def toy_manifest(files: dict[str, bytes], kind: str = "vae", name: str = "") -> Manifest:
    """The manifest that fits `toy_files`."""
    return Manifest(
        name=name or f"toy-{kind}",
        title=f"Toy ({kind})",
        kind="vae" if kind in ("full", "filled") else kind,
        latent_size=LATENT,
        categories=CATEGORIES,
        files=tuple(FileEntry.of(file, files[file]) for file in sorted(files)),
        prior=_PRIORS[kind],
        map={"extent": [-4, 4, -3, 3], "variance_kept": 0.25},
    )


def write_toy(folder: Path, kind: str = "vae", name: str = "") -> Path:
    """Write a toy bundle into `folder`, made if needed."""
    files = toy_files(kind)
    return write_files(folder, toy_manifest(files, kind, name or folder.name), files)


def write_files(folder: Path, manifest: Manifest, files: dict[str, bytes]) -> Path:
    """Write a manifest and files as they are, fitting or not."""
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        (folder / file).write_bytes(content)
    (folder / MANIFEST_NAME).write_text(json.dumps(manifest.to_dict()), encoding="utf-8")
    return folder


def swap_file(folder: Path, file: str, content: bytes) -> None:
    """Replace one file of a bundle and its entry in the manifest: intact, but of other content."""
    path = folder / MANIFEST_NAME
    manifest = parse_manifest(path.read_bytes())
    entries = [entry for entry in manifest.files if entry.name != file]
    entries.append(FileEntry.of(file, content))
    (folder / file).write_bytes(content)
    path.write_bytes(replace(manifest, files=tuple(entries)).to_json())


def edit_manifest(folder: Path, **changes: object) -> None:
    """Overwrite keys of model.json as they are, valid or not."""
    path = folder / MANIFEST_NAME
    tree = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**tree, **changes}), encoding="utf-8")


def encoder_graph(rows: np.ndarray, *, log_var: bool) -> bytes:
    """Images to the coordinates in an orthonormal basis, and a constant log-variance."""
    graph = GraphWriter()
    image = graph.input("image", (28, 28))
    outputs = {"mean": graph.dense(image, rows, np.zeros(len(rows)))}
    if log_var:
        outputs["log_var"] = graph.dense(image, np.zeros_like(rows), np.full(len(rows), -2.0))
    return graph.finish(outputs)


def decoder_graph(rows: np.ndarray, *, logits: bool = False) -> bytes:
    """Coordinates to the picture that they stand for, softly clipped to [0, 1]."""
    graph = GraphWriter()
    latent = graph.input("latent", (len(rows),))
    flat = graph.dense(latent, 6 * rows.T, np.full(784, -3.0))
    flat = flat if logits else graph.logistic(flat)
    return graph.finish({"image": graph.reshape(flat, (28, 28))})


def velocity_graph() -> bytes:
    """A flow that pulls latents 0 and 1 to the place, which are the map's, and latent 2 to the
    category: -2, 0, 2, and 4 for any. The other latents stay the noise that they were.
    """
    pull = np.zeros((LATENT, LATENT))
    pull[[0, 1, 2], [0, 1, 2]] = -PULL
    graph = GraphWriter()
    latent = graph.input("latent", (LATENT,))
    place = graph.input("place", (2,))
    category, time, known = (
        graph.reshape(graph.input(name, ()), (1,)) for name in ("category", "time", "known")
    )
    still = np.zeros((LATENT, 1))
    velocity = graph.dense(latent, pull, np.zeros(LATENT))
    for source, weights, bias in (
        (place, PULL * np.eye(LATENT, 2), np.zeros(LATENT)),
        (category, PULL * np.eye(LATENT)[:, 2:3], -PULL * np.eye(LATENT)[2]),
        (time, still, np.zeros(LATENT)),
        (known, still, np.zeros(LATENT)),
    ):
        velocity = graph.add(velocity, graph.dense(source, weights, bias))
    return graph.finish({"velocity": velocity})


def head_graph(axis: int) -> bytes:
    """Category 0, 1, 2 for this latent at -2, 0, 2."""
    weights = np.zeros((len(CATEGORIES), LATENT))
    weights[:, axis] = (-4, 0, 4)
    graph = GraphWriter()
    latent = graph.input("latent", (LATENT,))
    return graph.finish({"probability": graph.softmax(graph.dense(latent, weights, (-4, 0, -4)))})


def _grids() -> dict[str, np.ndarray]:
    ys, xs = np.mgrid[-3 : 3 : GRID * 1j, -4 : 4 : GRID * 1j]
    places = [np.exp(-((xs - x) ** 2 + ys**2)) for x in (-2, 0, 2)]
    each = np.round(255 * np.array(places)).astype(np.uint8)
    return {"density": each.max(axis=0), "category_density": each}
