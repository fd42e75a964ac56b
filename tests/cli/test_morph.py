"""`aemodel morph`: what it writes."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from aemodel.bundle import open_bundle
from aemodel.bundle.sheets import picture
from aemodel.cli import main


def test_morph_goes_there_and_back(model: str, tmp_path: Path) -> None:
    out = tmp_path / "morph.gif"
    arguments = ["morph", "--model", model, "cat:7", "tree:8", "--frames", "9", "-o", str(out)]
    arguments += ["--temperature", "9"]
    assert main(arguments) == 0
    bundle = open_bundle(model)
    with Image.open(out) as film:
        assert film.n_frames == 16
        assert b"cat:7 to tree:8" in film.info["comment"]
        for frame, (category, seed) in ((0, ("cat", 7)), (8, ("tree", 8))):
            film.seek(frame)
            end = picture(bundle.sample(1, category, 9, seed)[0][0], 8)
            difference = np.asarray(film.convert("L"), int) - np.asarray(end, int)
            assert np.abs(difference).max() <= 9
    assert main([*arguments, "--once"]) == 0
    with Image.open(out) as film:
        assert film.n_frames == 9


def test_morph_strips_take_files_and_every_path(model: str, tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", open_bundle(model).sample(1, "cat")[0])
    sheets = []
    for path in ("straight", "spherical", "spline"):
        out = tmp_path / f"{path}.png"
        arguments = ["morph", "--model", model, str(tmp_path / "a.npy"), "any:3", "dog:2"]
        assert main([*arguments, "--frames", "12", "--path", path, "-o", str(out)]) == 0
        with Image.open(out) as sheet:
            assert sheet.size == (10 * 224 + 11 * 8, 2 * 224 + 3 * 8)
            assert sheet.text["Morph"] == "a.npy to any:3 to dog:2"
            assert sheet.text["Path"] == path
            sheets.append(np.asarray(sheet))
    assert (sheets[0] != sheets[1]).any() and (sheets[0] != sheets[2]).any()


def test_the_models_own_path_is_the_default_where_there_is_one(
    model: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def strip(of: str, *more: str) -> np.ndarray:
        arguments = ["morph", "--model", of, "cat:3", "cat:4", "--frames", "5", "--scale", "1"]
        assert main([*arguments, *more, "-o", str(tmp_path / "a.png")]) == 0
        with Image.open(tmp_path / "a.png") as sheet:
            return np.asarray(sheet)

    own, straight = strip("atlas"), strip("atlas", "--path", "straight")
    assert "atlas, model path" in capsys.readouterr().out
    assert (own == strip("atlas", "--path", "model")).all()
    assert (own != straight).any()
    for end in (slice(8, 36), slice(8 + 4 * 36, 36 + 4 * 36)):
        np.testing.assert_array_equal(own[:, end], straight[:, end])
    capsys.readouterr()
    strip(model)
    assert "full, straight path" in capsys.readouterr().out
