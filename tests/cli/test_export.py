"""`aemodel export`: from `aemodel train` to a model that redraws as the trained one does."""

import os
from pathlib import Path

import numpy as np
import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

from aemodel.bundle import open_bundle
from aemodel.cli import main
from aemodel.data.raster import rasterize

keras = pytest.importorskip("keras", reason="exporting needs the train extra")
if keras.backend.backend() != "tensorflow":
    pytest.skip("exporting needs the TensorFlow backend", allow_module_level=True)

Strokes = list[np.ndarray]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, own_drawings: dict[str, Strokes]) -> Path:
    """A data folder of hand-made drawings, each moved and thinned in many ways."""
    folder = tmp_path_factory.mktemp("data")
    (folder / "bitmap").mkdir()
    rng = np.random.default_rng(0)
    for name in ("cat", "tree"):
        ink = rasterize(own_drawings[name])
        many = [
            np.roll(ink, rng.integers(-4, 5, 2), (0, 1)) * rng.uniform(0.5, 1) for _ in range(90)
        ]
        rows = np.array(many).astype(np.uint8).reshape(-1, 784)
        np.save(folder / "bitmap" / f"{name}.npy", rows)
    return folder


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, data: Path) -> Path:
    """A finished, minimal run of the article's VAE with its map."""
    out = tmp_path_factory.mktemp("runs") / "vae"
    small = ("autoencoder.epochs=1", "map.epochs=1", "plane.width=8", "plane.depth=1")
    settings = [word for setting in small for word in ("--set", setting)]
    arguments = ["train", "vae", "--data", str(data), "--categories", "cat", "tree"]
    assert main([*arguments, "--out", str(out), "--preset", "quick", *settings]) == 0
    return out


def test_the_bundle_redraws_as_the_run_does(
    run: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from aemodel.training.run import open_run

    out = tmp_path / "small-vae"
    assert main(["export", str(run), "-o", str(out), "--data", str(data), "--title", "Small"]) == 0
    card = capsys.readouterr().out
    assert "small-vae: Small (vae)" in card
    assert "half precision" in card
    bundle, trained = open_bundle(out), open_run(run)
    images = np.load(data / "bitmap" / "cat.npy")[:20].reshape(-1, 28, 28)
    mean, log_var = bundle.encode(images)
    expected = trained.model.encoder(images[..., None].astype(np.float32) / 255)
    np.testing.assert_allclose(mean, np.asarray(expected[0]), atol=1e-3)
    np.testing.assert_allclose(log_var, np.asarray(expected[1]), atol=1e-3)
    decoded = np.asarray(trained.model.decode(np.asarray(expected[0])))[..., 0]
    np.testing.assert_allclose(bundle.decode(mean), decoded, atol=2e-3)
    assert bundle.categories == ("cat", "tree")
    training = bundle.manifest["training"]
    assert training["config"]["autoencoder"]["epochs"] == 1
    assert set(training["stages"]) == {"autoencoder", "map"}
    assert training["drawings"]["fingerprint"]
    places = bundle.map.encode(mean)
    pair = trained.models["map"]
    np.testing.assert_allclose(places, np.asarray(pair.map_encoder(mean)), atol=1e-3)


def test_what_cannot_be_exported_is_said(
    run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(tmp_path / "none"), "-o", str(tmp_path / "out")]) == 1
    assert "no training run" in capsys.readouterr().err
    (tmp_path / "diary").write_text("dear diary")
    assert main(["export", str(run), "-o", str(tmp_path)]) == 1
    assert "left alone" in capsys.readouterr().err
    assert main(["export", str(run), "-o", str(tmp_path / "v"), "--name", "A b"]) == 1
    assert "lower-case letters" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["diary"]
