"""`aemodel data info`: what a folder holds, damage included."""

import numpy as np
import pytest

from aemodel.cli import main
from aemodel.data.inventory import contact_sheet, take_stock
from aemodel.errors import DataError


@pytest.fixture
def folder(tmp_path):
    rows = np.random.default_rng(0).integers(0, 256, (50, 784), dtype=np.uint8)
    (tmp_path / "bitmap").mkdir()
    (tmp_path / "simplified").mkdir()
    np.save(tmp_path / "bitmap" / "cat.npy", np.concatenate((rows, rows[:4])))
    np.save(tmp_path / "bitmap" / "dog.npy", rows)
    path = tmp_path / "bitmap" / "dog.npy"
    path.write_bytes(path.read_bytes()[:-784])
    (tmp_path / "bitmap" / "sun.npy").write_bytes(b"<html>not found</html>")
    line = '{"word":"cat","drawing":[[[0,255],[0,9]]]}\n'
    (tmp_path / "simplified" / "cat.ndjson").write_text(line + "{}\n" + line)
    return tmp_path


def test_counts(folder):
    held = {(holding.category, holding.form): holding for holding in take_stock(folder)}
    cat = held["cat", "bitmap"]
    assert (cat.drawings, cat.duplicates) == (54, 4)
    assert cat.train + cat.validation + cat.test == 50
    strokes = held["cat", "simplified"]
    assert (strokes.drawings, strokes.duplicates, strokes.damage.left_out) == (2, 1, 1)
    assert held["dog", "bitmap"].damage.left_out == 1
    assert held["sun", "bitmap"].drawings == 0
    assert "not a numpy_bitmap" in held["sun", "bitmap"].damage.summary()


def test_the_command_reports_damage_and_succeeds(folder, capsys):
    assert main(["data", "info", str(folder)]) == 0
    printed = capsys.readouterr().out
    assert "cat.ndjson, line 2" in printed
    assert "dog.npy, line 50" in printed
    assert printed.splitlines()[0].split()[:3] == ["category", "form", "drawings"]


def test_the_contact_sheet_shows_ink_dark_on_light(folder):
    sheet = np.asarray(contact_sheet(folder, columns=5))
    assert sheet.shape == (3 * 60, 170 + 5 * 60)
    assert sheet[58:60].min() == 255  # between rows
    assert sheet[:58, 170:].min() < 30


def test_nothing_there(tmp_path):
    with pytest.raises(DataError, match="no data folder"):
        list(take_stock(tmp_path / "x"))
    with pytest.raises(DataError, match="holds no drawings"):
        list(take_stock(tmp_path))


def test_an_unknown_category_says_what_there_is(folder, capsys):
    assert main(["data", "info", str(folder), "bird"]) == 1
    assert "there are: cat, dog, sun" in capsys.readouterr().err
