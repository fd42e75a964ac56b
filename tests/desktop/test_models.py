"""Switching models, models that cannot be opened, and no model at all."""

import shutil
from zipfile import ZipFile

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from toy_bundle import edit_manifest, write_toy
from window_acts import LEFT, draw_cat, move

from desktop import models as models_module
from desktop.models import NONE_INSTALLED, installed_models
from desktop.window import MainWindow


def switch(window: MainWindow, qtbot, path) -> None:
    with qtbot.waitSignal(window.models.opened, timeout=20_000):
        window.open_model(path)


def test_a_switch_keeps_drawing_slots_and_history(window: MainWindow, qtbot, models) -> None:
    editor = window.editor
    strokes = draw_cat(window.draw.canvas)
    QTest.mouseClick(window.sketches.tiles[0], LEFT)
    window.commands["set_a"].trigger()
    sketch = editor.current
    switch(window, qtbot, models["full"])
    assert editor.current.model == editor.engine.name != sketch.model
    titles = [row.text() for row in window.models.button.menu().actions()]
    assert editor.engine.bundle.title in titles
    assert editor.current.latent is not None
    assert len(editor.current.latent) == editor.engine.bundle.latent_size
    keyframe = editor.document.state.keyframes[0]
    assert keyframe is not None and keyframe.model == editor.engine.name
    window.commands["undo"].trigger()
    window.commands["undo"].trigger()
    drawn = editor.current
    assert len(drawn.ink or ()) == strokes
    assert drawn.model == editor.engine.name
    expected = editor.engine.from_ink(drawn.ink or ())
    np.testing.assert_allclose(drawn.decoded, expected.decoded, atol=1e-6)


def test_a_switch_in_the_middle_of_a_stroke(window: MainWindow, qtbot, models) -> None:
    editor, canvas = window.editor, window.draw.canvas
    QTest.mousePress(canvas, LEFT, pos=QPoint(50, 50))
    for step in range(1, 10):
        move(canvas, QPoint(50 + 10 * step, 50))
    switch(window, qtbot, models["ae"])
    assert canvas.busy
    for step in range(1, 10):
        move(canvas, QPoint(140, 50 + 10 * step))
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(140, 140))
    assert len(editor.current.ink or ()) == 1
    assert len(editor.current.ink[0].points) > 15
    assert editor.current.model == editor.engine.name
    assert editor.undo_stack.count() == 1
    window.commands["undo"].trigger()
    assert editor.current.blank


def test_a_model_that_cannot_be_opened_leaves_the_open_one(
    window: MainWindow, qtbot, tmp_path
) -> None:
    draw_cat(window.draw.canvas)
    before, name = window.editor.current, window.editor.engine.name
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "model.json").write_text("{", encoding="utf-8")
    window.open_model(tmp_path / "broken")
    qtbot.waitUntil(lambda: bool(window.editor.document.state.notice), timeout=10_000)
    assert window.editor.current is before and window.editor.engine.name == name
    assert window._toast.isVisible() and window._toast.text().endswith(".")


def test_what_was_wrong_with_a_model_names_its_file_and_goes_with_the_next(
    window: MainWindow, qtbot, tmp_path, models
) -> None:
    with ZipFile(tmp_path / "mine.zip", "w") as archive:
        archive.writestr("readme.txt", "no model")
    window.models.open_own(str(tmp_path / "mine.zip"))
    qtbot.waitUntil(window._toast.isVisible, timeout=10_000)
    assert window._toast.text().startswith("mine.zip: This model cannot be used")
    switch(window, qtbot, models["ae"])
    assert not window._toast.isVisible()
    window.editor.say("Saved a.png.")
    switch(window, qtbot, models["vae"])
    assert window._toast.text() == "Saved a.png.", "that is not about a model"
    window.activateWindow()
    QTest.keyClick(window.draw.canvas, Qt.Key.Key_Escape)
    assert not window._toast.isVisible()


def test_without_any_model_the_window_says_what_to_do_and_one_can_draw(
    open_window, qtbot, monkeypatch, tmp_path, models
) -> None:
    monkeypatch.setattr("aemodel.bundle.runtime.models_dir", lambda: tmp_path / "none")
    window = open_window("", wait=False)
    state = window.editor.document
    qtbot.waitUntil(lambda: bool(state.state.problem), timeout=10_000)
    assert state.state.problem == NONE_INSTALLED
    strokes = draw_cat(window.draw.canvas)
    assert len(window.editor.current.ink or ()) == strokes
    assert window.editor.current.latent is None
    window.grab()
    switch(window, qtbot, models["vae"])
    assert window.editor.current.decoded is not None
    assert state.state.problem == ""


def test_a_damaged_model_is_passed_over_at_start(open_window, qtbot, monkeypatch, tmp_path) -> None:
    write_toy(tmp_path / "vae", "vae")
    (tmp_path / "vae" / "decoder.tflite").write_bytes(b"damaged")
    write_toy(tmp_path / "zebra", "vae")
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "model.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr("aemodel.bundle.runtime.models_dir", lambda: tmp_path)
    entries = installed_models()
    assert [entry.name for entry in entries] == ["vae", "odd", "zebra"]
    assert [bool(entry.problem) for entry in entries] == [False, True, False]
    window = open_window("")
    assert window.editor.engine.name == "zebra"
    assert window.editor.document.state.notice


def test_the_menu_lists_the_models_and_what_the_open_one_lacks(
    open_window, monkeypatch, tmp_path, qtbot
) -> None:
    for name, kind in (("vae", "vae"), ("other", "ae")):
        write_toy(tmp_path / name, kind)
    monkeypatch.setattr("aemodel.bundle.runtime.models_dir", lambda: tmp_path)
    window = open_window("")
    rows = window.models.button.menu().actions()
    assert [row.isChecked() for row in rows[:2]] == [True, False]
    assert any(row.text() == window.editor.engine.missing("classify") for row in rows[2:])
    with qtbot.waitSignal(window.models.opened, timeout=20_000):
        rows[1].trigger()
    assert window.editor.engine.name == "other"
    assert window.context.settings.values.model == "other"


def titles(window: MainWindow) -> list[str]:
    rows = window.models.button.menu().actions()
    return [row.text() for row in rows if row.isCheckable()]


def ticked(window: MainWindow) -> str:
    rows = window.models.button.menu().actions()
    return ", ".join(row.text() for row in rows if row.isChecked())


def press_alt(window: MainWindow, qtbot, number: int) -> None:
    with qtbot.waitSignal(window.models.opened, timeout=20_000):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)


def open_own(window: MainWindow, qtbot, path) -> None:
    with qtbot.waitSignal(window.models.opened, timeout=20_000):
        window.models.open_own(str(path))


def zipped(folder, path):
    return shutil.make_archive(str(path.with_suffix("")), "zip", folder)


@pytest.fixture
def installed(monkeypatch, tmp_path):
    """Two models that come along: vae and ae."""
    for name in ("vae", "ae"):
        write_toy(tmp_path / "installed" / name, name)
    monkeypatch.setattr("aemodel.bundle.runtime.models_dir", lambda: tmp_path / "installed")
    return tmp_path / "installed"


def test_a_model_of_ones_own_stays_in_the_menu_and_is_opened_again(
    open_window, qtbot, installed, tmp_path
) -> None:
    mine = zipped(write_toy(tmp_path / "mine", "full"), tmp_path / "mine.zip")
    window = open_window("")
    open_own(window, qtbot, mine)
    press_alt(window, qtbot, 1)
    press_alt(window, qtbot, 3)
    assert window.editor.engine.path == mine
    listed = titles(window)
    window.close()
    again = open_window("")
    assert again.editor.engine.path == mine and again.editor.document.state.notice == ""
    assert titles(again) == listed and len(listed) == 3
    press_alt(again, qtbot, 2)
    again.close()
    third = open_window("")
    assert third.editor.engine.name == "ae" and titles(third) == listed
    press_alt(third, qtbot, 3)
    assert third.editor.engine.path == mine


def test_a_model_with_the_name_of_an_installed_one_has_a_row_of_its_own(
    open_window, qtbot, installed, tmp_path
) -> None:
    mine = write_toy(tmp_path / "retrained", "full", name="ae")
    edit_manifest(mine, title="My retrained AE")
    window = open_window("")
    press_alt(window, qtbot, 2)
    draw_cat(window.draw.canvas)
    bundled = window.editor.current
    open_own(window, qtbot, mine / "model.json")
    assert ticked(window) == "My retrained AE" and len(titles(window)) == 3
    # What the bundled one has made of the drawing is none of its business.
    assert window.editor.current.model == window.editor.engine.name != bundled.model
    press_alt(window, qtbot, 2)
    assert window.editor.engine.name == "ae" and ticked(window) == titles(window)[1]
    press_alt(window, qtbot, 3)
    assert window.editor.engine.path == str(mine) and ticked(window) == "My retrained AE"


def test_models_of_one_title_are_told_apart_by_their_files(
    open_window, qtbot, installed, tmp_path
) -> None:
    mine = shutil.copytree(installed / "ae", tmp_path / "copied")
    window = open_window("")
    open_own(window, qtbot, mine / "model.json")
    assert titles(window)[2] == f"{titles(window)[1]} (copied)" == ticked(window)


def test_two_of_ones_own_with_one_name_do_not_share_what_they_made(
    open_window, qtbot, installed, tmp_path
) -> None:
    first = write_toy(tmp_path / "monday" / "bundle", "full", name="mine")
    second = write_toy(tmp_path / "tuesday" / "bundle", "vae", name="mine")
    window = open_window("")
    open_own(window, qtbot, first)
    draw_cat(window.draw.canvas)
    qtbot.waitUntil(lambda: not window.editor.current.glance)
    made = window.editor.current
    open_own(window, qtbot, second)
    assert window.editor.current.model == window.editor.engine.name != made.model
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.models.opened, timeout=20_000):
        window.models.for_model(made.model, lambda: None)
    assert window.editor.engine.path == str(first)


def test_a_remembered_model_that_is_gone_is_missed_in_a_sentence(
    open_window, qtbot, installed, tmp_path
) -> None:
    mine = tmp_path / "mine.zip"
    zipped(write_toy(tmp_path / "mine", "full"), mine)
    window = open_window("")
    open_own(window, qtbot, mine)
    window.close()
    mine.rename(tmp_path / "moved.zip")
    again = open_window("")
    notice = again.editor.document.state.notice
    assert again.editor.engine.name == "vae" and len(titles(again)) == 2
    assert str(mine) in notice and "Open model…" in notice
    assert again._toast.isVisible() and again._toast.text() == notice
    again.close()
    (tmp_path / "moved.zip").rename(mine)
    assert open_window("").editor.engine.path == str(mine)  # it has come back


def test_rows_of_the_menu_go_when_it_is_filled_anew(window: MainWindow, qtbot, models) -> None:
    menu = window.models.button.menu()
    switch(window, qtbot, models["full"])
    qtbot.wait(10)
    count = len(menu.findChildren(QAction))
    for _ in range(5):
        window.models.retranslate()
    qtbot.waitUntil(lambda: len(menu.findChildren(QAction)) == count)


def test_preferred_models_come_first() -> None:
    assert models_module.PREFERRED[0] == "atlas"
