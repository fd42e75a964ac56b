"""`aemodel reconstruct`, `complete`, `vary`: what they write."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from aemodel.bundle import open_bundle
from aemodel.bundle.sheets import picture
from aemodel.cli import main
from aemodel.defaults import TEMPERATURE

Strokes = list[np.ndarray]


def test_reconstruct_reads_arrays_and_pictures(
    model: str, tmp_path: Path, own_drawings: dict[str, Strokes]
) -> None:
    from aemodel.data.raster import rasterize

    ink = rasterize(own_drawings["cat"])
    floats, levels, shot = tmp_path / "f.npy", tmp_path / "u.npy", tmp_path / "cat.png"
    np.save(floats, np.stack([ink, ink]).astype(np.float32) / 255)
    np.save(levels, ink.reshape(1, 784))
    picture(ink / 255, 10).save(shot)
    out = tmp_path / "out.npy"
    inputs = [str(floats), str(levels), str(shot)]
    assert main(["reconstruct", "--model", model, *inputs, "-o", str(out)]) == 0
    redrawn = np.load(out)
    assert redrawn.shape == (4, 28, 28)
    bundle = open_bundle(model)
    np.testing.assert_allclose(
        redrawn[:3], bundle.decode(bundle.encode(np.stack([ink] * 3))[0]), atol=1e-5
    )
    assert np.corrcoef(redrawn[3].ravel(), redrawn[0].ravel())[0, 1] > 0.8
    assert main(["reconstruct", "--model", model, *inputs, "--limit", "1", "-o", str(out)]) == 0
    assert len(np.load(out)) == 3


def test_reconstruct_reads_both_kinds_of_drawings(
    model: str, tmp_path: Path, own_drawings: dict[str, Strokes], capsys: pytest.CaptureFixture[str]
) -> None:
    simple, raw = tmp_path / "simple.ndjson", tmp_path / "raw.ndjson"
    strokes = own_drawings["house"]
    lines = [json.dumps({"drawing": [stroke.T.tolist() for stroke in strokes]}), "damaged"]
    simple.write_text("\n".join(lines))
    timed = [[*(2.5 * stroke.T + 40).tolist(), list(range(len(stroke)))] for stroke in strokes]
    raw.write_text(json.dumps({"drawing": timed}) + "\n")
    out = tmp_path / "out.npy"
    assert main(["reconstruct", "--model", model, str(simple), str(raw), "-o", str(out)]) == 0
    one, other = np.load(out)
    assert np.corrcoef(one.ravel(), other.ravel())[0, 1] > 0.95
    assert "line 2" in capsys.readouterr().err


def test_a_sheet_shows_drawings_above_what_became_of_them(model: str, tmp_path: Path) -> None:
    drawn = open_bundle(model).sample(3, seed=1)[0]
    np.save(tmp_path / "in.npy", drawn)
    out = tmp_path / "out.png"
    arguments = ["reconstruct", "--model", model, str(tmp_path / "in.npy"), "--scale", "1"]
    assert main([*arguments, "-o", str(out)]) == 0
    bundle = open_bundle(model)
    with Image.open(out) as sheet:
        shown = 1 - np.asarray(sheet, np.float32) / 255
        assert sheet.text["Redrawn from"] == "in.npy"
    np.testing.assert_allclose(shown[8:36, 8:36], drawn[0], atol=0.01)
    redrawn = bundle.decode(bundle.encode(drawn)[0])
    np.testing.assert_allclose(shown[36:64, 8:36], redrawn[0], atol=0.01)


def read_sheet(path: Path) -> tuple[np.ndarray, dict[str, str]]:
    """Ink (rows * 36 + 8, columns * 36 + 8) of a sheet of scale 1, and what it says of itself."""
    with Image.open(path) as sheet:
        return 1 - np.asarray(sheet, np.float32) / 255, dict(sheet.text)


def tile(sheet: np.ndarray, row: int, column: int) -> np.ndarray:
    """The doodle in a row and column."""
    y, x = 8 + 36 * row, 8 + 36 * column
    return sheet[y : y + 28, x : x + 28]


def test_complete_shows_each_drawing_before_the_ways_to_finish_it(
    model: str, tmp_path: Path
) -> None:
    drawn = open_bundle(model).sample(2, "cat", seed=1)[0]
    drawn[:, 14:] = 0
    np.save(tmp_path / "begun.npy", drawn)
    out = tmp_path / "out.png"
    arguments = ["complete", "--model", model, str(tmp_path / "begun.npy"), "-n", "3"]
    assert main([*arguments, "--seed", "4", "--scale", "1", "-o", str(out)]) == 0
    sheet, text = read_sheet(out)
    assert sheet.shape == (2 * 36 + 8, 4 * 36 + 8)
    assert (text["Finished from"], text["Seed"]) == ("begun.npy", "4")
    for row in range(2):
        images, _ = open_bundle(model).complete(drawn[row], 3, seed=4)
        for column, image in enumerate([drawn[row], *images]):
            np.testing.assert_allclose(tile(sheet, row, column), image, atol=0.01)
        assert (images >= drawn[row] - 1e-6).all()


def test_vary_takes_drawings_and_samples(model: str, tmp_path: Path) -> None:
    bundle = open_bundle(model)
    drawn, _ = bundle.sample(3, seed=1)
    np.save(tmp_path / "three.npy", drawn)
    out = tmp_path / "out.npy"
    arguments = ["vary", "--model", model, str(tmp_path / "three.npy"), "dog:3", "--limit", "2"]
    arguments += ["-n", "4", "--distance", "0.7", "--seed", "6"]
    assert main([*arguments, "-o", str(out)]) == 0
    latents = [*bundle.encode(drawn[:2])[0], bundle.sample(1, "dog", TEMPERATURE, 3)[1][0]]
    expected = [bundle.variations(latent, 4, 0.7, 6)[0] for latent in latents]
    np.testing.assert_allclose(np.load(out), np.concatenate(expected), atol=1e-5)
    assert main([*arguments, "--scale", "1", "-o", str(tmp_path / "out.png")]) == 0
    sheet, text = read_sheet(tmp_path / "out.png")
    assert sheet.shape == (3 * 36 + 8, 5 * 36 + 8)
    assert text["Varied from"] == "three.npy, dog:3" and text["Distance"] == "0.7"
    np.testing.assert_allclose(tile(sheet, 2, 0), bundle.decode(latents[2][None])[0], atol=0.01)
    assert main([*arguments, "-o", str(tmp_path / "folder")]) == 0
    names = sorted(path.name for path in (tmp_path / "folder").iterdir())
    assert len(names) == 12
    assert (names[0], names[-1]) == ("0-three-0-s6-0.png", "2-dog-3-0-s6-3.png")
    with Image.open(tmp_path / "folder" / names[-1]) as image:
        assert (image.text["Varied from"], image.text["Proposal"]) == ("dog-3", "3")


def test_the_first_variations_stay_the_same(model: str, tmp_path: Path) -> None:
    few, many = tmp_path / "few.npy", tmp_path / "many.npy"
    for n, out in ((2, few), (9, many)):
        assert main(["vary", "--model", model, "cat:1", "-n", str(n), "-o", str(out)]) == 0
    np.testing.assert_allclose(np.load(few), np.load(many)[:2], atol=1e-6)


def test_a_distance_beyond_one_is_a_usage_error(
    model: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for distance in ("1.5", "nan", "far"):
        with pytest.raises(SystemExit) as caught:
            main(["vary", "--model", model, "cat:1", "--distance", distance, "-o", "a.png"])
        assert caught.value.code == 2
        assert "--distance" in capsys.readouterr().err
