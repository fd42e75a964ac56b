"""Where pictures go: the folder of the last time, endings, and files that are there already."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.dialogs.export import ExportDialog
from desktop.dialogs.where import PNG, SVG, ask_folder, ask_picture_file, last_folder
from desktop.morph.dialog import MorphDialog
from desktop.paint.export import PictureForm
from desktop.settings import SettingsStore
from desktop.window import MainWindow


@pytest.fixture
def widget(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def answer(monkeypatch, path: Path | str, kind: int = 0) -> list[str]:
    """The file dialog's answer, with the first or the second kind; returns where it began."""
    began: list[str] = []

    def chosen(parent, title, start, filters, selected):
        began.append(start)
        return str(path), filters.split(";;")[kind]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    return began


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("cat", 0, "cat.png"),
        ("cat", 1, "cat.svg"),
        ("cat.svg", 0, "cat.svg"),
        ("cat.PNG", 1, "cat.PNG"),
        ("v1.2", 0, "v1.2.png"),
    ],
)
def test_endings(widget, settings, tmp_path, monkeypatch, name, kind, expected) -> None:
    answer(monkeypatch, tmp_path / name, kind)
    assert ask_picture_file(widget, settings, "", "x") == tmp_path / expected


def test_the_next_question_begins_in_the_folder_of_the_last(
    widget: QWidget, settings: SettingsStore, tmp_path: Path, monkeypatch
) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    answer(monkeypatch, folder / "a.png")
    ask_picture_file(widget, settings, "", "a")
    began = answer(monkeypatch, "")
    assert ask_picture_file(widget, settings, "", 'b: "c/d"?', SVG) is None
    assert Path(began[0]).parent == folder and Path(began[0]).name == "b c d.svg"
    assert SettingsStore(settings.path).values.picture_folder == str(folder)
    folder.rename(tmp_path / "gone")
    assert last_folder(settings) != folder


def test_a_folder_is_remembered(widget, settings, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    assert ask_folder(widget, settings, "") is None
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    assert ask_folder(widget, settings, "") == tmp_path == last_folder(settings)


@pytest.mark.parametrize("said", ["make", "stay"])
def test_no_folder_is_made_unasked(widget, settings, tmp_path, monkeypatch, said: str) -> None:
    asked = []
    monkeypatch.setattr("desktop.dialogs.where.ask", lambda *words: asked.append(words[1]) or said)
    path = tmp_path / "holidays" / "cat.png"
    answer(monkeypatch, path)
    assert ask_picture_file(widget, settings, "", "x") == (path if said == "make" else None)
    assert asked == ["Make the folder holidays?"]


@pytest.mark.parametrize("said", ["replace", "stay", ""])
def test_nothing_is_replaced_unasked(widget, settings, tmp_path, monkeypatch, said: str) -> None:
    asked = []
    monkeypatch.setattr("desktop.dialogs.where.ask", lambda *words: asked.append(words[1]) or said)
    (tmp_path / "cat.png").write_bytes(b"")
    answer(monkeypatch, tmp_path / "cat")
    path = ask_picture_file(widget, settings, "", "x")
    assert path == (tmp_path / "cat.png" if said == "replace" else None)
    assert asked == ["Replace cat.png?"]
    answer(monkeypatch, tmp_path / "cat.png")
    assert ask_picture_file(widget, settings, "", "x", PNG) == tmp_path / "cat.png"
    assert len(asked) == 1, "the file dialog has asked about it"


def test_every_question_for_a_file_says_what_for(
    window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None reads as the dialog that it comes from."""
    titles: list[str] = []
    for name in ("getOpenFileName", "getSaveFileName"):
        chosen = lambda _, title, *rest: titles.append(title) or ("", "")  # noqa: E731
        monkeypatch.setattr(QFileDialog, name, chosen)
    window.editor.adopt(window.editor.document.state.sketches[0])
    for name in ("open", "open_picture", "save_as", "contact_sheet"):
        window.commands[name].trigger()
    window.taking.save(window.editor.current)
    for form in ("gif", "strip"):
        window.morph.saving._target(form, window)
    assert len(set(titles)) == len(titles) == 7
    dialogs = (
        ExportDialog(window, window.editor.current, PictureForm(), PNG),
        MorphDialog(window, 2, "loop"),
    )
    for dialog in dialogs:
        assert dialog.windowTitle() not in titles
        dialog.deleteLater()
    assert "Open a picture" not in titles
