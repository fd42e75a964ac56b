"""Sessions: saving, opening, recent files, unsaved changes, recovery after a crash, pictures."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from window_acts import LEFT, drag, draw_cat, drop, rows_of

from aemodel.errors import DataError
from desktop.background import background_jobs
from desktop.dialogs.export import ExportDialog
from desktop.files.recipe import doodles_of_file
from desktop.files.session import read_copy, read_session, session_bytes, write_session
from desktop.paint.export import PictureForm, picture_bytes
from desktop.state import Document, State
from desktop.state.document import MOST_KEPT
from desktop.state.origin import Sampled
from desktop.views.names import model_words
from desktop.views.questions import Question
from desktop.views.tile import doodle_mime
from desktop.views.words import origin_words
from desktop.window import MainWindow


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), ""))


def answer(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    asked: list[str] = []
    waiting = list(answers)

    def ask(parent: object, question: str, *rest: object) -> str:
        asked.append(question)
        return waiting.pop(0)

    monkeypatch.setattr("desktop.session.ask", ask)
    return asked


def drop_file(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop(window, data, QPointF(300, 300))


def test_everything_comes_back_from_a_saved_session(
    open_window, qtbot, tmp_path: Path, monkeypatch
) -> None:
    window = open_window()
    draw_cat(window.draw.canvas)
    window.commands["set_a"].trigger()
    window.commands["keep"].trigger()
    window.shelf.name_doodle(window.editor.document.state.collection[0], "Tom")
    assert window.isWindowModified()
    path = tmp_path / "mine.doodle"
    choose_file(monkeypatch, path.with_suffix(""))
    window.commands["save"].trigger()
    qtbot.waitUntil(lambda: not window.isWindowModified(), timeout=5000)
    assert path.exists() and "mine" in window.windowTitle()
    before = window.editor.document.state

    other = open_window()
    choose_file(monkeypatch, path)
    other.commands["open"].trigger()
    qtbot.waitUntil(lambda: not other.editor.current.blank, timeout=5000)
    after = other.editor.document.state
    np.testing.assert_array_equal(after.current.latent, before.current.latent)
    np.testing.assert_allclose(after.current.decoded, before.current.decoded, atol=1e-6)
    assert after.collection[0].name == "Tom" and after.keyframes[0] is not None
    assert len(after.current.ink or ()) == len(before.current.ink or ())
    assert other.editor.undo_stack.count() == 0 and not other.isWindowModified()
    assert other.session.recent_files()[0] == path
    other.session._fill_recent()
    assert "mine.doodle" in other.session.recent.actions()[0].text()


@pytest.mark.parametrize(
    ("name", "written"),
    [("cats", "cats.doodle"), ("cats v1.2", "cats v1.2.doodle"), ("c.DOODLE", "c.DOODLE")],
)
def test_what_is_saved_can_be_opened(
    window: MainWindow, qtbot, tmp_path: Path, monkeypatch, name: str, written: str
) -> None:
    draw_cat(window.draw.canvas)
    choose_file(monkeypatch, tmp_path / name)
    window.commands["save_as"].trigger()
    qtbot.waitUntil(lambda: window.editor.document.state.notice == f"Saved {written}.")
    assert [path.name for path in tmp_path.glob("c*")] == [written]
    window.commands["clear"].trigger()
    drop_file(window, tmp_path / written)
    qtbot.waitUntil(lambda: not window.editor.current.blank, timeout=5000)


@pytest.mark.parametrize("said", ["stay", "replace"])
def test_no_session_is_replaced_unasked(
    window: MainWindow, qtbot, tmp_path: Path, monkeypatch, said: str
) -> None:
    asked = []
    monkeypatch.setattr("desktop.dialogs.where.ask", lambda *words: asked.append(words[1]) or said)
    (tmp_path / "cats.doodle").write_bytes(b"mine")
    draw_cat(window.draw.canvas)
    choose_file(monkeypatch, tmp_path / "cats")
    window.commands["save_as"].trigger()
    qtbot.waitUntil(lambda: window.isWindowModified() == (said == "stay"))
    assert asked == ["Replace cats.doodle?"]
    assert ((tmp_path / "cats.doodle").read_bytes() == b"mine") == (said == "stay")


def test_recent_files_say_where_they_are_and_that_they_are(window, tmp_path: Path) -> None:
    for name in ("a/cats & dogs.doodle", "b/gone.doodle"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(b"")
        window.session._remember(tmp_path / name)
    (tmp_path / "b/gone.doodle").unlink()
    (row,) = rows_of(window.session.recent)
    assert window.session.recent.toolTipsVisible()
    assert row.text() == "&1  cats && dogs.doodle"
    assert row.toolTip() == str(tmp_path / "a/cats & dogs.doodle")


def test_closing_with_unsaved_changes_asks(window: MainWindow, tmp_path, monkeypatch) -> None:
    asked = answer(monkeypatch, "", "stay", "save")
    draw_cat(window.draw.canvas)
    window.close()
    assert window.isVisible() and len(asked) == 1
    window.close()
    assert window.isVisible() and len(asked) == 2
    choose_file(monkeypatch, tmp_path / "saved.doodle")
    window.close()
    assert not window.isVisible() and asked[-1].endswith("?")
    fields, _ = read_session(tmp_path / "saved.doodle")
    assert fields["current"].ink
    window.close()
    assert len(asked) == 3


def test_nothing_changed_nothing_asked(window: MainWindow, monkeypatch) -> None:
    asked = answer(monkeypatch)
    draw_cat(window.draw.canvas)
    while window.editor.undo_stack.canUndo():
        window.commands["undo"].trigger()
    window.close()
    assert not asked and not window.isVisible()


def test_a_disk_that_is_full_when_closing_keeps_the_window(
    window: MainWindow, tmp_path, monkeypatch
) -> None:
    answer(monkeypatch, "save", "drop")
    draw_cat(window.draw.canvas)
    choose_file(monkeypatch, tmp_path / "no" / "where.doodle")
    (tmp_path / "no").write_text("a file in the way")
    window.close()
    assert window.isVisible()
    assert "could not be written" in window.editor.document.state.notice


def test_a_damaged_session_is_one_sentence_and_nothing_is_lost(
    window: MainWindow, qtbot, tmp_path: Path
) -> None:
    draw_cat(window.draw.canvas)
    before = window.editor.current
    path = tmp_path / "broken.doodle"
    path.write_bytes(b'{"kind": "doodlescape-session", "format": 1, "current": 7}')
    drop_file(window, path)
    qtbot.waitUntil(lambda: bool(window.editor.document.state.notice), timeout=5000)
    assert window.editor.document.state.notice.endswith(".")
    assert window.editor.current is before


def test_new_asks_and_empties(window: MainWindow, monkeypatch) -> None:
    asked = answer(monkeypatch, "stay", "drop")
    draw_cat(window.draw.canvas)
    window.commands["keep"].trigger()
    window.commands["new_session"].trigger()
    assert not window.editor.current.blank
    window.commands["new_session"].trigger()
    assert window.editor.current.blank and not window.editor.document.state.collection
    assert asked == 2 * ["Save what you made before you start anew?"]
    assert window.editor.undo_stack.isClean()


def test_what_would_be_lost_is_asked_about_in_words_of_the_occasion(
    window: MainWindow, monkeypatch, tmp_path, qtbot
) -> None:
    path = tmp_path / "other.doodle"
    write_session(path, window.editor.document.state)
    draw_cat(window.draw.canvas)
    asked: list[tuple[str, list[str]]] = []

    def ask(parent, question, details, answers) -> str:
        asked.append((question, [words for _, words in answers]))
        return "stay"

    monkeypatch.setattr("desktop.session.ask", ask)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    window.session.open(path)
    qtbot.waitUntil(lambda: len(asked) == 2)
    window.close()
    (new, starts), (opened, opens), (closed, closes) = asked
    assert new.endswith("you start anew?") and starts[1] == "Start without saving"
    assert opened.endswith("something else is opened?") and opens[1] == "Open without saving"
    assert closed.endswith("before closing?") and closes[1] == "Close without saving"
    monkeypatch.setattr("desktop.session.ask", lambda *question: "drop")


def test_changes_are_copied_by_themselves_and_the_copy_goes_with_the_window(
    window: MainWindow, qtbot
) -> None:
    draw_cat(window.draw.canvas)
    path = window.session.autosave.path
    qtbot.waitUntil(path.exists, timeout=5000)
    fields, model = read_session(path)
    assert len(fields["current"].ink) == len(window.editor.current.ink or ())
    assert model == window.editor.engine.name
    assert window.session.autosave.abandoned() == []
    window.close()
    assert not path.exists()


def test_what_is_saved_needs_no_copy(window: MainWindow, qtbot, tmp_path, monkeypatch) -> None:
    saved, copy = tmp_path / "cat.doodle", window.session.autosave.path
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    draw_cat(window.draw.canvas)
    qtbot.waitUntil(copy.exists, timeout=5000)
    window.commands["save"].trigger()
    qtbot.waitUntil(lambda: saved.exists() and not copy.exists(), timeout=5000)
    window.commands["mirror"].trigger()
    qtbot.waitUntil(copy.exists, timeout=5000)
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: not copy.exists(), timeout=5000)


def left_by_a_crash(folder: Path) -> None:
    """A process that takes the lock as a window does, and dies."""
    script = (
        "import os, sys; from PySide6.QtCore import QLockFile\n"
        "lock = QLockFile(sys.argv[1]); lock.setStaleLockTime(0); assert lock.tryLock(0)\n"
        "os._exit(9)"
    )
    lock = str(folder / "1-crashed.lock")
    subprocess.run([sys.executable, "-c", script, lock], check=False, timeout=60)


def question(window: MainWindow) -> Question | None:
    return next(iter(window.findChildren(Question)), None)


@pytest.mark.parametrize("bring_back", [True, False])
def test_after_a_crash_the_doodles_are_offered(
    open_window, qtbot, monkeypatch, bring_back: bool
) -> None:
    first = open_window()
    draw_cat(first.draw.canvas)
    first.commands["keep"].trigger()
    state, folder = first.editor.document.state, first.session.autosave.folder
    first.close()
    folder.mkdir(parents=True, exist_ok=True)
    write_session(folder / "1-crashed.doodle", state)
    (folder / "2-damaged.doodle").write_bytes(b"{")
    left_by_a_crash(folder)

    window = open_window()
    qtbot.waitUntil(lambda: question(window) is not None, timeout=5000)
    box = question(window)
    assert box is not None and box.text.text().endswith("?")
    QTest.mouseClick(box.buttons[0 if bring_back else 1], LEFT)
    qtbot.waitUntil(lambda: not (folder / "1-crashed.doodle").exists(), timeout=5000)
    assert (folder / "2-damaged.damaged").exists()
    if not bring_back:
        assert window.editor.current.blank
        return
    np.testing.assert_array_equal(window.editor.current.latent, state.current.latent)
    assert len(window.editor.document.state.collection) == 1
    asked = answer(monkeypatch, "drop")
    window.close()
    assert asked


def test_of_several_crashes_nothing_is_lost(open_window, qtbot, tmp_path, monkeypatch) -> None:
    first, later = open_window(), tmp_path / "saved.doodle"
    folder, states = first.session.autosave.folder, []
    for sketch in (0, 1):
        QTest.mouseClick(first.sketches.tiles[sketch], LEFT)
        states.append(first.editor.document.state)
    first.close()
    folder.mkdir(parents=True, exist_ok=True)
    copies = [folder / f"{number}-crashed.doodle" for number in (0, 1)]
    for number, (copy, state) in enumerate(zip(copies, states, strict=True)):
        write_session(copy, state)
        os.utime(copy, (1e9 + number, 1e9 + number))

    window = open_window()
    qtbot.waitUntil(lambda: question(window) is not None)
    box = question(window)
    assert box.list.count() == 2  # the newest first
    assert box.focusWidget() is box.list
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(box.list, key)
    qtbot.waitUntil(lambda: not copies[1].exists() and question(window) is None)
    assert window.editor.current.origin == states[1].current.origin
    assert copies[0].exists() and window.session.autosave.path.exists()

    choose_file(monkeypatch, later)  # the other one replaces nothing unasked
    asked = answer(monkeypatch, "stay", "save", "drop")
    for _ in range(2):
        assert copies[0].exists()
        rows_of(window.session.recent)[-1].trigger()
        qtbot.waitUntil(lambda: question(window) is not None)
        QTest.mouseClick(question(window).buttons[0], LEFT)
    qtbot.waitUntil(lambda: not copies[0].exists())
    assert len(asked) == 2
    assert window.editor.current.origin == states[0].current.origin
    assert read_session(later)[0]["current"].origin == states[1].current.origin


def test_a_copy_goes_only_when_another_holds_it(window, qtbot, monkeypatch) -> None:
    folder, copy = window.session.autosave.folder, window.session.autosave.folder / "1.doodle"
    folder.mkdir(parents=True, exist_ok=True)
    QTest.mouseClick(window.sketches.tiles[0], LEFT)
    write_session(copy, window.editor.document.state)

    def full(*_: object) -> None:
        raise DataError("1.doodle could not be written (No space left); try another place.")

    monkeypatch.setattr("desktop.autosave.write_session", full)
    window.session.recovery.look()
    qtbot.waitUntil(lambda: question(window) is not None)
    QTest.mouseClick(question(window).buttons[0], LEFT)
    qtbot.waitUntil(lambda: "could not be written" in window.editor.document.state.notice)
    assert copy.exists()
    monkeypatch.setattr("desktop.autosave.write_session", write_session)
    window.commands["mirror"].trigger()
    qtbot.waitUntil(lambda: not copy.exists())


def test_thrown_away_is_one_and_later_is_none(window, qtbot) -> None:
    folder = window.session.autosave.folder
    folder.mkdir(parents=True, exist_ok=True)
    QTest.mouseClick(window.sketches.tiles[0], LEFT)
    for name in ("1.doodle", "2.doodle"):
        write_session(folder / name, window.editor.document.state)
    window.session.recovery.look()
    for left, button in ((2, 1), (1, 2)):
        qtbot.waitUntil(lambda: question(window) is not None)
        assert question(window).list.count() == left
        QTest.mouseClick(question(window).buttons[button], LEFT)
        qtbot.waitUntil(lambda: question(window) is None or question(window).list.count() < 2)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert len(list(folder.glob("?.doodle"))) == 1


def test_what_waits_for_its_own_model_after_a_crash_is_still_unsaved(
    open_window, qtbot, monkeypatch
) -> None:
    first = open_window("ae")
    draw_cat(first.draw.canvas)
    state, folder = first.editor.document.state, first.session.autosave.folder
    first.close()
    folder.mkdir(parents=True, exist_ok=True)
    write_session(folder / "1-crashed.doodle", state)
    left_by_a_crash(folder)

    window = open_window("vae")
    qtbot.waitUntil(lambda: question(window) is not None, timeout=5000)
    QTest.mouseClick(question(window).buttons[0], LEFT)
    qtbot.waitUntil(lambda: not (folder / "1-crashed.doodle").exists(), timeout=20_000)
    if window.models.path_of("ae") is not None:
        assert window.editor.engine.name == "ae"
    assert not window.editor.current.blank
    asked = answer(monkeypatch, "drop")
    window.close()
    assert asked


@pytest.mark.parametrize("newer", [False, True])
def test_after_a_crash_a_session_knows_its_file(
    open_window, qtbot, tmp_path: Path, monkeypatch, newer: bool
) -> None:
    first, path, other = open_window(), tmp_path / "mine.doodle", tmp_path / "other.doodle"
    choose_file(monkeypatch, path)
    draw_cat(first.draw.canvas)
    first.commands["save"].trigger()
    qtbot.waitUntil(lambda: not first.isWindowModified())
    first.commands["mirror"].trigger()
    first.session.autosave.save()
    qtbot.waitUntil(lambda: first.session.autosave.path.exists() and not background_jobs())
    mirrored, folder = first.editor.current, first.session.autosave.folder
    left = first.session.autosave.path.read_bytes()
    first.close()
    (folder / "1-crashed.doodle").write_bytes(left)
    if newer:  # somebody went on with the file itself
        at = (folder / "1-crashed.doodle").stat().st_mtime + 10
        os.utime(path, (at, at))
    left_by_a_crash(folder)

    window = open_window()
    qtbot.waitUntil(lambda: question(window) is not None)
    QTest.mouseClick(question(window).buttons[0], LEFT)
    qtbot.waitUntil(lambda: not (folder / "1-crashed.doodle").exists())
    assert window.isWindowModified()
    assert window.windowTitle().startswith("New doodles" if newer else "mine")
    choose_file(monkeypatch, other)  # only asked for where it does not belong anywhere
    window.commands["save"].trigger()
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert other.exists() == newer
    fields, _ = read_session(other if newer else path)
    np.testing.assert_array_equal(fields["current"].latent, mirrored.latent)
    assert b'"file"' not in path.read_bytes()


@pytest.mark.parametrize(
    "file", [3, "", "mine.doodle", "/", "/a\0b.doodle", "/" + "x" * 5000 + ".d"]
)
def test_a_copy_that_names_no_file_belongs_nowhere(tmp_path: Path, file: object) -> None:
    copy = tmp_path / "1-copy.doodle"
    plain = json.loads(session_bytes(State(), tmp_path / "mine.doodle"))
    copy.write_text(json.dumps(plain))
    assert read_copy(copy)[2] == tmp_path / "mine.doodle"
    copy.write_text(json.dumps(plain | {"file": file}))
    assert read_copy(copy)[2] is None


@pytest.mark.parametrize("suffix", [".png", ".svg"])
@pytest.mark.parametrize("drawn", [True, False])
def test_an_exported_picture_dropped_on_the_window_restores_the_doodle_exactly(
    window: MainWindow, qtbot, tmp_path: Path, suffix: str, drawn: bool
) -> None:
    if drawn:
        draw_cat(window.draw.canvas)
    else:
        QTest.mouseClick(window.sketches.tiles[2], LEFT)
    doodle = window.editor.current
    path = tmp_path / f"taken{suffix}"
    window.taking.write(path, doodle, PictureForm(side=96))
    qtbot.waitUntil(path.exists, timeout=5000)
    window.commands["clear"].trigger()
    drop_file(window, path)
    qtbot.waitUntil(lambda: not window.editor.current.blank, timeout=5000)
    again = window.editor.current
    np.testing.assert_array_equal(again.latent, doodle.latent)
    np.testing.assert_array_equal(again.decoded, doodle.decoded)
    assert again.origin == doodle.origin and again.model == doodle.model
    assert (again.ink is None) == (doodle.ink is None)
    window.commands["undo"].trigger()
    assert window.editor.current.blank


def test_export_asks_for_size_and_paper(window: MainWindow, qtbot, tmp_path, monkeypatch) -> None:
    QTest.mouseClick(window.sketches.tiles[0], LEFT)
    path = tmp_path / "picture"
    choose_file(monkeypatch, path)
    window.commands["export_picture"].trigger()
    dialog = window.findChild(ExportDialog)
    dialog.side.setValue(333)
    QTest.mouseClick(dialog.transparent, LEFT, pos=QPoint(8, dialog.transparent.height() // 2))
    dialog.accept()
    qtbot.waitUntil(path.with_suffix(".png").exists, timeout=5000)
    image = QImage(str(path.with_suffix(".png")))
    assert (image.width(), image.height()) == (333, 333)
    assert image.pixelColor(0, 0).alpha() == 0
    alphas = [image.pixelColor(x, y).alpha() for x in range(0, 333, 4) for y in range(0, 333, 4)]
    assert max(alphas) == 255
    (again,) = doodles_of_file(path.with_suffix(".png"))
    assert again.origin == window.editor.current.origin


def test_copy_and_paste_keep_the_doodle_and_give_pictures_to_others(window: MainWindow) -> None:
    QTest.mouseClick(window.sketches.tiles[1], LEFT)
    doodle = window.editor.current
    data = doodle_mime(doodle)
    assert bytes(data.data("image/png").data()).startswith(b"\x89PNG")
    assert b"<svg" in bytes(data.data("image/svg+xml").data())
    assert data.hasImage() and QImage(data.imageData()).width() == 512
    window.commands["copy"].trigger()
    assert QGuiApplication.clipboard().mimeData().hasImage()
    window.commands["clear"].trigger()
    window.commands["paste"].trigger()
    np.testing.assert_array_equal(window.editor.current.latent, doodle.latent)
    QGuiApplication.clipboard().clear()


def test_a_drag_out_of_a_panel_brings_a_file_for_other_programs(
    window: MainWindow, monkeypatch
) -> None:
    carried: list[QUrl] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: carried.extend(drag.mimeData().urls()))
    QTest.mouseClick(window.sketches.tiles[1], LEFT)
    for source in (window.sketches.tiles[1], window.seen.reconstruction):
        drag(source, [QPoint(20, 20), QPoint(40, 40), QPoint(60, 60)])
    assert len(carried) == 2
    for url in carried:
        (doodle,) = doodles_of_file(Path(url.toLocalFile()))
        np.testing.assert_array_equal(doodle.latent, window.editor.current.latent)


def test_a_session_of_another_model_opens_that_model(
    open_window, qtbot, tmp_path: Path, models
) -> None:
    window = open_window("ae")
    draw_cat(window.draw.canvas)
    state = window.editor.document.state
    path = tmp_path / "ae.doodle"
    write_session(path, state)
    window.models._fill()
    other = open_window("full")
    other.models._entries = window.models._entries
    other.session.open(path)
    qtbot.waitUntil(lambda: not other.editor.current.blank, timeout=20_000)
    if window.models.path_of(window.editor.engine.name) is not None:
        assert other.editor.engine.name == window.editor.engine.name
        np.testing.assert_array_equal(other.editor.current.latent, state.current.latent)


def switch(window: MainWindow, qtbot, path: Path) -> None:
    window.open_model(path)
    qtbot.waitUntil(lambda: Path(window.editor.engine.path) == path, timeout=20_000)


def test_what_another_model_makes_of_a_sketch_is_not_that_sketch(
    open_window, qtbot, tmp_path: Path, models
) -> None:
    window, path = open_window("vae"), tmp_path / "again.png"
    QTest.mouseClick(window.sketches.tiles[2], LEFT)
    sketch = window.editor.current
    switch(window, qtbot, models["ae"])
    redrawn, words = window.editor.current, origin_words(window.editor.current)
    assert words == f"{origin_words(sketch)}, redrawn by {model_words(redrawn.model)}"
    assert redrawn.model != sketch.model
    window.taking.write(path, redrawn, PictureForm(side=64))
    qtbot.waitUntil(path.exists)
    (again,) = doodles_of_file(path)
    assert not isinstance(again.origin, Sampled) and origin_words(again) == words
    assert again.original.origin == sketch.origin and again.original.model == sketch.model
    switch(window, qtbot, models["vae"])
    np.testing.assert_array_equal(window.editor.current.latent, sketch.latent)
    assert window.editor.current.origin == sketch.origin
    drop_file(window, path)  # the picture of the other model's drawing
    qtbot.waitUntil(lambda: window.editor.current.model == redrawn.model, timeout=20_000)
    np.testing.assert_array_equal(window.editor.current.latent, redrawn.latent)


def test_a_sketch_opens_with_the_model_that_made_it(
    open_window, qtbot, tmp_path: Path, models
) -> None:
    window, path = open_window("vae"), tmp_path / "one.png"
    QTest.mouseClick(window.sketches.tiles[2], LEFT)
    sketch = window.editor.current
    window.taking.write(path, sketch, PictureForm(side=64))
    qtbot.waitUntil(path.exists)
    switch(window, qtbot, models["ae"])
    window.commands["clear"].trigger()
    drop_file(window, path)
    qtbot.waitUntil(lambda: not window.editor.current.blank, timeout=20_000)
    known = window.models.path_of(sketch.model) is not None
    notice, now = window.editor.document.state.notice, window.editor.current
    assert notice.startswith("Made with") and notice.endswith("open now." if known else "it.")
    assert now.model == window.editor.engine.name
    if known:
        np.testing.assert_array_equal(now.latent, sketch.latent)
        assert now.origin == sketch.origin


def test_a_sketch_of_a_model_that_is_not_here_says_so(open_window, qtbot, tmp_path: Path) -> None:
    window, path = open_window("vae"), tmp_path / "one.png"
    foreign = replace(window.editor.document.state.sketches[0], model="elsewhere")
    path.write_bytes(picture_bytes(".png", [foreign], PictureForm(side=64)))
    drop_file(window, path)
    qtbot.waitUntil(lambda: not window.editor.current.blank, timeout=5000)
    assert "Made with elsewhere, which is not here" in window.editor.document.state.notice
    assert "redrawn by" in origin_words(window.editor.current)


def test_a_latent_of_the_wrong_size_is_seen_anew(window: MainWindow) -> None:
    draw_cat(window.draw.canvas)
    plain = json.loads(json.dumps(Document.to_plain(window.editor.document)))
    plain["current"]["latent"] = "AACAPw=="
    fields = Document.from_plain(plain)
    right = window.editor.current.latent
    window.session._show(fields, None)
    np.testing.assert_allclose(window.editor.current.latent, right, atol=1e-5)


def test_pictures_of_several_doodles_go_to_the_shelf(window: MainWindow, qtbot, tmp_path) -> None:
    doodles = window.editor.document.state.sketches[:3]
    path = tmp_path / "sheet.png"
    path.write_bytes(picture_bytes(".png", doodles, PictureForm(side=64), 2))
    assert QImage(str(path)).width() == 128
    drop_file(window, path)
    qtbot.waitUntil(lambda: len(window.editor.document.state.collection) == 3, timeout=5000)
    np.testing.assert_array_equal(
        window.editor.document.state.collection[2].latent, doodles[2].latent
    )
    assert State().collection == ()
    assert window.editor.document.state.notice == "3 doodles are on the shelf now."


@pytest.mark.parametrize("form", ["GIF", "WEBP"])
def test_open_offers_every_kind_of_file(
    open_window, qtbot, tmp_path: Path, monkeypatch, form: str
) -> None:
    window = open_window()
    path = tmp_path / f"cross.{form.lower()}"
    levels = np.full((240, 240), 255, np.uint8)
    levels[110:124, 30:210] = levels[30:210, 110:124] = 0
    Image.fromarray(levels).save(path, form)
    kinds: list[str] = []

    def asked(parent: object, title: str, folder: str, offered: str) -> tuple[str, str]:
        kinds.extend(offered.split(";;"))
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", asked)
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.incoming.dialog is not None, timeout=5000)
    assert all(f"*{suffix}" in kinds[0] for suffix in (".doodle", path.suffix, ".svg", ".gif"))
    window.incoming.dialog.reject()


def test_the_shelf_is_never_fuller_than_a_session_can_hold(window: MainWindow) -> None:
    window.editor.keep((window.editor.document.state.sketches[0],) * 2)
    window.editor.keep((window.editor.document.state.sketches[0],) * (MOST_KEPT - 1))
    window.session.take((window.editor.document.state.sketches[0],) * MOST_KEPT)
    state = window.editor.document.state
    assert len(state.collection) == 2 and str(MOST_KEPT) in state.notice
    assert state.current.blank
