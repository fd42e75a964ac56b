"""`aemodel train`: one sentence for every mistake."""

from pathlib import Path

import numpy as np
import pytest

from aemodel.cli import main


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "bitmap").mkdir(parents=True)
    ink = np.random.default_rng(0).integers(0, 255, (30, 784), dtype=np.uint8)
    np.save(folder / "bitmap" / "cat.npy", ink)
    return folder


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["vea"], "Did you mean 'vae'"),
        (["vae", "--categories", "cta"], "Did you mean 'cat'"),
        (["vae", "--data", "/nowhere"], "no data folder /nowhere"),
        (["vae", "--preset", "best"], "no preset 'best'; there are article"),
        (["vae", "--set", "autoencoder.epochs"], "NAME=VALUE"),
        (["vae", "--batch-size", "0"], "batch_size cannot be 0"),
        (["vae", "--epochs", "-1"], "epochs cannot be -1"),
        (["vae", "--limit", "1"], "are too few"),
        (["vae", "--limit", "-1"], "limit"),
        (["vae", "--set", "depth=3"], "no setting 'depth'; there are"),
        (["vae", "--set", "autoencoder.optimizer=magic"], "optimizer 'magic' is unknown"),
    ],
)
def test_mistakes(
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    asked: list[str],
    words: str,
):
    arguments = ["train", *asked, "--out", str(tmp_path / "run")]
    arguments += ["--data", str(data)] if "--data" not in asked else []
    arguments += ["--categories", "cat"] if "--categories" not in asked else []
    assert main(arguments) == 1
    error = capsys.readouterr().err
    assert words in error and error.startswith("aemodel: ") and error.count("\n") == 1
    assert "Traceback" not in error


def test_a_run_folder_that_is_a_file(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "run").write_text("mine")
    arguments = ["train", "vae", "--data", str(data), "--categories", "cat", "--out"]
    assert main([*arguments, str(tmp_path / "run")]) == 1
    assert "is a file" in capsys.readouterr().err
    assert (tmp_path / "run").read_text() == "mine"
