"""Models of one's own: long and odd titles, where they are looked for, and taking them off."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from toy_bundle import edit_manifest, write_toy
from window_acts import draw_cat

from desktop.window import MainWindow

LONG = "Cats & dogs, with a title that nobody would want to read in a menu at all"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A model with a title that is long and has a mark in it."""
    folder = write_toy(tmp_path / "elsewhere" / "mine", "full", name="mine")
    edit_manifest(folder, title=LONG)
    return folder


@pytest.fixture
def with_mine(open_window, qtbot, mine: Path, tmp_path, monkeypatch) -> MainWindow:
    """A window that has it open, beside one that came along."""
    write_toy(tmp_path / "installed" / "vae", "vae")
    monkeypatch.setattr("aemodel.bundle.runtime.models_dir", lambda: tmp_path / "installed")
    window = open_window("")
    with qtbot.waitSignal(window.models.opened, timeout=20_000):
        window.models.open_own(str(mine))
    return window


def forgetting(window: MainWindow) -> QMenu | None:
    rows = window._menus["model"].actions()
    menus = [row.menu() for row in rows if isinstance(row.menu(), QMenu)]
    return menus[0] if menus else None


def test_a_long_title_pushes_nothing_aside(with_mine: MainWindow) -> None:
    button = with_mine.models.button
    assert "Cats && dogs" in button.text() and "…" in button.text()
    assert button.width() <= 320 and LONG in button.toolTip()
    row = next(row for row in with_mine._menus["model"].actions() if row.isChecked())
    assert row.text() == button.text()
    assert LONG in row.toolTip()


@pytest.mark.parametrize("answer", ["", "keep", "forget"])
def test_a_model_of_ones_own_is_taken_off_the_menu(
    with_mine: MainWindow, open_window, qtbot, monkeypatch, mine: Path, answer: str
) -> None:
    window, asked = with_mine, []
    monkeypatch.setattr("desktop.model_menu.ask", lambda *words: asked.append(words) or answer)
    strokes = draw_cat(window.draw.canvas)
    menu = forgetting(window)
    assert menu is not None
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(asked))
    assert str(mine) in asked[0][2] and (mine / "model.json").exists()
    if answer != "forget":
        assert window.editor.engine.path == str(mine) and forgetting(window) is not None
        return
    qtbot.waitUntil(lambda: window.editor.engine.name == "vae", timeout=10_000)
    assert len(window.editor.current.ink or ()) == strokes
    assert forgetting(window) is None
    window.close()
    again = open_window("")
    assert again.editor.engine.name == "vae" and forgetting(again) is None
    assert again.context.settings.values.own_models == ()


def test_models_are_looked_for_where_the_last_one_was(
    with_mine: MainWindow, mine: Path, monkeypatch
) -> None:
    with_mine.commands["open_model"].trigger()
    dialog = with_mine.findChild(QFileDialog)
    assert Path(dialog.directory().absolutePath()) == mine.parent
    dialog.close()
    with_mine.context.settings.change(own_models=())
    Path.home().mkdir()
    with_mine.commands["open_model"].trigger()
    dialog = with_mine.findChildren(QFileDialog)[-1]
    assert Path(dialog.directory().absolutePath()) == Path.home()
    dialog.close()
