"""Pictures out: what is drawn, and what is said with it."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from aemodel.bundle.sheets import GAP, contact_sheet, picture, save_gif, save_png
from aemodel.errors import BundleError


def test_ink_is_dark_on_white_paper() -> None:
    image = np.zeros((28, 28), np.float32)
    image[3, 5], image[4, 5] = 1, 0.5
    pixels = np.asarray(picture(image, scale=1))
    assert (pixels[3, 5], pixels[4, 5], pixels[5, 5]) == (0, 128, 255)
    assert picture(image, scale=4).size == (112, 112)


def test_sheets_hold_every_picture_in_reading_order() -> None:
    tiles = [picture(np.full((28, 28), level, np.float32), 1) for level in (0.2, 0.4, 0.6, 0.8, 1)]
    pixels = np.asarray(contact_sheet(tiles))
    assert pixels.shape == (2 * 28 + 3 * GAP, 3 * 28 + 4 * GAP)
    for index, level in enumerate((0.2, 0.4, 0.6, 0.8, 1)):
        row, column = divmod(index, 3)
        part = pixels[GAP + row * 36 :, GAP + column * 36 :][:28, :28]
        assert (part == round(255 * (1 - level))).all()
    assert (pixels[-28:, -28:] == 255).all()
    with pytest.raises(BundleError, match="at least one"):
        contact_sheet([])


def test_a_png_says_how_it_came_about(tmp_path: Path, drawings: np.ndarray) -> None:
    path = tmp_path / "a.png"
    save_png(picture(drawings[0]), path, {"Seed": "7", "Category": "猫"})
    with Image.open(path) as image:
        assert image.text["Seed"] == "7"
        assert image.text["Category"] == "猫"
        assert image.text["Software"].startswith("Doodlescape ")


def test_a_gif_moves_and_says_how_it_came_about(tmp_path: Path, drawings: np.ndarray) -> None:
    path = tmp_path / "a.gif"
    save_gif([picture(image) for image in drawings], path, {"Seed": "7"}, milliseconds=50)
    with Image.open(path) as image:
        assert image.n_frames == 10
        assert image.info["duration"] == 50
        assert image.info["loop"] == 0
        assert b"Seed: 7" in image.info["comment"]
        for number in range(10):
            image.seek(number)
            shown = np.asarray(image.convert("L"), int)
            assert np.abs(shown - np.asarray(picture(drawings[number]), int)).max() <= 9
    save_gif([picture(image) for image in drawings], path, {}, loop=False)
    with Image.open(path) as image:
        assert "loop" not in image.info


def test_a_failed_write_leaves_the_old_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Image.Image, "save", fail)
    with pytest.raises(OSError, match="No space"):
        save_png(Image.new("L", (3, 3)), path, {})
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
