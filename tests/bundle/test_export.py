"""Export: LiteRT agrees with Keras, or nothing is written."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

from aemodel.bundle import open_bundle
from aemodel.bundle.convert import (
    TOLERANCE,
    Agreement,
    EightBits,
    GraphSpec,
    Stored,
    convert_within,
)
from aemodel.bundle.export import PlaneParts, export_bundle, update_metrics
from aemodel.bundle.graphs import Graph
from aemodel.errors import BundleError

keras = pytest.importorskip("keras", reason="exporting needs the train extra")
if keras.backend.backend() != "tensorflow":
    pytest.skip("exporting needs the TensorFlow backend", allow_module_level=True)

L = 6
CATEGORIES = ("cat", "dog")


def small_encoder(log_var: bool = True) -> Any:
    layers = keras.layers
    image = keras.Input((28, 28, 1))
    hidden = layers.Conv2D(4, 3, strides=4, activation="selu")(image)
    hidden = layers.Dense(64, activation="selu")(layers.Flatten()(hidden))
    narrow = keras.initializers.RandomNormal(stddev=0.02)
    heads = [layers.Dense(L, kernel_initializer=narrow)(hidden) for _ in range(1 + log_var)]
    return keras.Model(image, heads if log_var else heads[0])


def small_decoder(activation: str = "sigmoid") -> Any:
    layers = keras.layers
    latent = keras.Input((L,))
    hidden = layers.Reshape((7, 7, 2))(layers.Dense(98, activation="selu")(latent))
    hidden = layers.Conv2DTranspose(3, 3, strides=2, padding="same", activation="selu")(hidden)
    last = layers.Conv2DTranspose(1, 3, strides=2, padding="same", activation=activation)
    return keras.Model(latent, last(hidden))


@pytest.fixture(scope="module")
def parts() -> dict[str, Any]:
    """Everything that a full bundle is made of."""
    keras.utils.set_random_seed(3)
    plane = PlaneParts(
        encoder=keras.Sequential([keras.Input((L,)), keras.layers.Dense(2)]),
        decoder=keras.Sequential([keras.Input((2,)), keras.layers.Dense(L)]),
        extent=(-1.0, 1.0, -2.0, 2.0),
        density=np.full((3, 4), 0.5),
        category_density=np.full((2, 3, 4), 0.25),
        variance_kept=0.5,
    )
    head = keras.Sequential([keras.Input((L,)), keras.layers.Dense(2, activation="softmax")])
    return {
        "name": "small",
        "title": "Small",
        "kind": "vae",
        "categories": CATEGORIES,
        "latent_size": L,
        "encoder": small_encoder(),
        "decoder": small_decoder(),
        "plane": plane,
        "head": head,
        "training": {"epochs": 1},
        "metrics": {"elbo": -200.5},
    }


@pytest.fixture(scope="module")
def exported(parts: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The half-precision bundle of `parts`."""
    return export_bundle(tmp_path_factory.mktemp("export") / "small", **parts)


def test_the_bundle_does_what_keras_does(
    exported: Path, parts: dict[str, Any], drawings: np.ndarray
) -> None:
    model = open_bundle(exported)
    mean, log_var = model.encode(drawings)
    keras_mean, keras_log_var = (np.asarray(out) for out in parts["encoder"](drawings[..., None]))
    np.testing.assert_allclose(mean, keras_mean, atol=1e-3)
    np.testing.assert_allclose(log_var, keras_log_var, atol=1e-3)
    np.testing.assert_allclose(
        model.decode(mean), np.asarray(parts["decoder"](mean))[..., 0], atol=1e-3
    )
    points = model.map.encode(mean)
    np.testing.assert_allclose(points, np.asarray(parts["plane"].encoder(mean)), atol=1e-3)
    np.testing.assert_allclose(
        model.map.decode(points), np.asarray(parts["plane"].decoder(points)), atol=1e-3
    )
    np.testing.assert_allclose(model.classify(mean), np.asarray(parts["head"](mean)), atol=1e-3)
    np.testing.assert_allclose(model.map.density, 0.5, atol=1 / 255)
    np.testing.assert_allclose(model.map.category_density, 0.25, atol=1 / 255)


def test_the_manifest_says_where_it_comes_from(exported: Path) -> None:
    manifest = open_bundle(exported).manifest
    assert manifest["prior"] == {"kind": "normal"}
    assert manifest["training"]["epochs"] == 1
    assert manifest["metrics"] == {"elbo": -200.5}
    assert "Google, Inc." in manifest["data"]["credit"]
    assert manifest["data"]["licence"] == "CC BY 4.0"
    recorded = manifest["training"]["export"]
    assert set(recorded) == {file["name"] for file in manifest["files"]} - {"map.npz"}
    assert all(entry["difference"] <= 1e-3 for entry in recorded.values())


def test_single_precision_is_closer_and_larger(
    exported: Path, parts: dict[str, Any], tmp_path: Path, drawings: np.ndarray
) -> None:
    single = export_bundle(tmp_path / "single", **{**parts, "precision": "single"})
    expected = np.asarray(parts["encoder"](drawings[..., None])[0])
    np.testing.assert_allclose(open_bundle(single).encode(drawings)[0], expected, atol=1e-5)
    size = (single / "encoder.tflite").stat().st_size
    assert size > (exported / "encoder.tflite").stat().st_size


def small(parts: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """The least that a bundle needs, which exports quickly."""
    return {**parts, "plane": None, "head": None, **changes}


def test_a_deterministic_encoder_makes_a_model_without_a_prior(
    parts: dict[str, Any], tmp_path: Path, drawings: np.ndarray
) -> None:
    keras.utils.set_random_seed(4)
    arguments = small(parts, kind="ae", encoder=small_encoder(log_var=False))
    model = open_bundle(export_bundle(tmp_path / "ae", **arguments))
    assert model.encode(drawings)[1] is None
    assert model.missing["sample"].startswith("A vanilla autoencoder has no prior")
    assert "map" in model.missing


def test_a_graph_that_loses_too_much_in_half_stays_single(
    parts: dict[str, Any], tmp_path: Path
) -> None:
    keras.utils.set_random_seed(5)
    encoder = small_encoder(log_var=False)
    encoder.layers[-1].set_weights([3000 * part for part in encoder.layers[-1].get_weights()])
    model = open_bundle(export_bundle(tmp_path / "wide", **small(parts, encoder=encoder)))
    recorded = model.manifest["training"]["export"]
    assert recorded["encoder.tflite"]["precision"] == "single"
    assert recorded["encoder.tflite"]["difference"] < 1e-3


@pytest.fixture
def untrue(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """LiteRT gives slightly other numbers than Keras."""
    true_call = Graph.__call__

    def call(self: Graph, **values: Any) -> Any:
        return {name: out + 0.002 for name, out in true_call(self, **values).items()}

    monkeypatch.setattr(Graph, "__call__", call)
    yield


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.usefixtures("untrue")
def test_a_difference_refuses_the_export_and_keeps_the_old_bundle(
    exported: Path, parts: dict[str, Any], tmp_path: Path
) -> None:
    out = Path(shutil.copytree(exported, tmp_path / "small"))
    before = files_of(out)
    with pytest.raises(BundleError, match=r"differs from its Keras model by 0\.002.*not exported"):
        export_bundle(out, **small(parts))
    assert files_of(out) == before
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("precision", "difference", "magnitude", "holds"),
    [
        ("half", 1e-3, 50, True),
        ("half", 1.1e-3, 50, False),
        ("single", 1e-5, 0.5, True),
        ("single", 2e-5, 1, False),
        ("single", 9e-5, 10, True),
        ("single", 1.1e-4, 10, False),
        ("half", float("nan"), 1, False),
        ("int8", 0.19, 4, True),
        ("int8", 0.21, 4, False),
    ],
)
def test_what_counts_as_agreement(
    precision: Stored, difference: float, magnitude: float, holds: bool
) -> None:
    assert Agreement(precision, difference, magnitude, TOLERANCE[precision]).holds is holds


def test_logits_are_refused(parts: dict[str, Any], tmp_path: Path) -> None:
    keras.utils.set_random_seed(6)
    decoder = small_decoder("linear")
    with pytest.raises(BundleError, match="not logits"):
        export_bundle(tmp_path / "logits", **small(parts, decoder=decoder))
    assert not (tmp_path / "logits").exists()


def test_a_folder_of_other_things_is_left_alone(parts: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "diary").write_text("dear diary")
    with pytest.raises(BundleError, match="left alone"):
        export_bundle(tmp_path, **small(parts))
    with pytest.raises(BundleError, match="not a folder"):
        export_bundle(tmp_path / "diary", **small(parts))
    with pytest.raises(BundleError, match="half or single"):
        export_bundle(tmp_path / "new", **{**small(parts), "precision": "double"})
    with pytest.raises(BundleError, match="half or single"):
        export_bundle(tmp_path / "new", **{**small(parts), "precision": "int8"})
    with pytest.raises(BundleError, match=r"instead of \(n, 7\)"):
        export_bundle(tmp_path / "new", **small(parts, latent_size=7))
    assert (tmp_path / "diary").read_text() == "dear diary"


def test_a_disk_that_fills_up_keeps_the_old_bundle(
    exported: Path, parts: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = Path(shutil.copytree(exported, tmp_path / "small"))
    before = files_of(out)
    true_write: Callable[..., int] = Path.write_bytes

    def write(self: Path, content: bytes) -> int:
        if self.name == "encoder.tflite":
            raise OSError(28, "No space left on device")
        return true_write(self, content)

    monkeypatch.setattr(Path, "write_bytes", write)
    with pytest.raises(BundleError, match="No space left"):
        export_bundle(out, **small(parts))
    assert files_of(out) == before
    assert list(tmp_path.iterdir()) == [out]


def test_metrics_can_be_rewritten(exported: Path, tmp_path: Path) -> None:
    out = Path(shutil.copytree(exported, tmp_path / "small"))
    before = open_bundle(out).info
    update_metrics(out, {"fid": 1.5, "per_category": {"cat": 2}})
    assert open_bundle(out).info == replace(
        before, metrics={"fid": 1.5, "per_category": {"cat": 2}}
    )
    with pytest.raises(BundleError, match="not plain JSON"):
        update_metrics(out, {"fid": float("inf")})
    assert json.loads((out / "model.json").read_text())["metrics"]["fid"] == 1.5
    with pytest.raises(BundleError, match="cannot be rewritten"):
        update_metrics(tmp_path, {})


def dense_spec(kernel: np.ndarray) -> GraphSpec:
    weights = keras.ops.convert_to_tensor(kernel.astype(np.float32))
    rows = np.random.default_rng(3).standard_normal((40, len(kernel))).astype(np.float32)
    return GraphSpec(
        lambda latent: {"velocity": keras.ops.matmul(latent, weights)},
        {"latent": (len(kernel),)},
        {"velocity": (kernel.shape[1],)},
        {"latent": rows},
        int8=EightBits(),
    )


def test_a_graph_that_can_bear_it_is_stored_in_eight_bits() -> None:
    kernel = np.random.default_rng(2).standard_normal((256, 64)) / 16
    content, record = convert_within("prior.tflite", dense_spec(kernel), "half")
    assert record["precision"] == "int8"
    assert 0 < record["difference"] < 0.05 * 4
    assert len(content) < 1.5 * kernel.size
    _, asked_exactly = convert_within("prior.tflite", dense_spec(kernel), "single")
    assert asked_exactly["precision"] == "single"


def test_a_few_large_differences_do_not_matter_on_average() -> None:
    """One output of 64 is off by far, as a pixel at the rim of a line may be."""
    kernel = np.random.default_rng(2).standard_normal((256, 64)) * 1e-3
    kernel[:2, 5] = 1000.0, -990.0
    spec = dense_spec(kernel)
    spec.examples["latent"][:, 1] = spec.examples["latent"][:, 0]  # type: ignore[index]
    for bits, precision in ((EightBits(), "half"), (EightBits(0.05, on_average=True), "int8")):
        _, record = convert_within("decoder.tflite", replace(spec, int8=bits), "half")
        assert record["precision"] == precision


def test_a_graph_that_eight_bits_would_spoil_gets_more() -> None:
    """Two large weights that nearly cancel: in 8 bits they cancel altogether."""
    kernel = np.full((256, 64), 1e-3)
    kernel[0], kernel[1] = 1000.0, -999.0
    spec = dense_spec(kernel)
    spec.examples["latent"][:, 1] = spec.examples["latent"][:, 0]  # type: ignore[index]
    _, record = convert_within("prior.tflite", spec, "half")
    assert record["precision"] in ("half", "single")


def test_further_graphs_and_arrays_are_carried(parts: dict[str, Any], tmp_path: Path) -> None:
    spec = GraphSpec(
        lambda latent, time: {"velocity": latent * time[:, None]},
        {"latent": (L,), "time": ()},
        {"velocity": (L,)},
        {"latent": np.ones((9, L), np.float32), "time": np.arange(9, dtype=np.float32)},
    )
    mean, std = np.zeros((2, L), np.float32), np.ones((2, L), np.float32)
    arguments = small(
        parts,
        prior={"kind": "gaussian"},
        graphs={"velocity.tflite": spec},
        arrays={"prior.npz": {"mean": mean, "std": std}},
    )
    out = export_bundle(tmp_path / "more", **arguments)
    assert open_bundle(out).sample(2, category="dog")[1].shape == (2, L)
    content = (out / "velocity.tflite").read_bytes()
    graph = Graph("velocity.tflite", content, spec.inputs, spec.outputs)
    np.testing.assert_allclose(graph(**spec.examples)["velocity"][:, 0], np.arange(9))
