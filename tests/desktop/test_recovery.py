"""Copies that the window keeps by itself, and what becomes of them after a crash."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from file_acts import answer, choose_file
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from window_acts import LEFT, draw_cat, rows_of

from aemodel.errors import DataError
from desktop.background import background_jobs
from desktop.engine import Engine
from desktop.examples import load_example
from desktop.files.session import read_copy, read_session, session_bytes, write_session
from desktop.recovery import left_behind
from desktop.state import State
from desktop.views.questions import Question
from desktop.window import MainWindow


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


def test_when_no_copy_can_be_kept_it_is_said_once_and_what_to_do(window, qtbot) -> None:
    autosave, document = window.session.autosave, window.editor.document
    autosave._settled.setInterval(20)
    autosave.folder.parent.mkdir(parents=True, exist_ok=True)
    for _ in range(2):  # again where it has worked in between
        autosave.folder.write_bytes(b"")  # no folder can be made in its place
        QTest.mouseClick(window.sketches.tiles[1], LEFT)
        qtbot.waitUntil(lambda: "crash" in document.state.notice, timeout=5000)
        assert "save the session" in document.state.notice
        assert ".doodle" not in document.state.notice
        window.editor.say("")
        window.commands["mirror"].trigger()
        qtbot.waitUntil(lambda: not autosave._settled.isActive() and not background_jobs())
        assert document.state.notice == ""
        autosave.folder.unlink()
        window.commands["mirror"].trigger()
        qtbot.waitUntil(autosave.path.exists, timeout=5000)
        qtbot.waitUntil(lambda: not background_jobs())
        shutil.rmtree(autosave.folder)


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
    qtbot.waitUntil(lambda: "save the session" in window.editor.document.state.notice)
    assert copy.exists()
    monkeypatch.setattr("desktop.autosave.write_session", write_session)
    window.commands["mirror"].trigger()
    qtbot.waitUntil(lambda: not copy.exists())


def test_a_copy_is_known_by_a_lesson_that_was_under_way(tmp_path: Path) -> None:
    drawn = Engine().from_ink(load_example("cat"))
    write_session(tmp_path / "1.doodle", replace(State(), lesson=(drawn,)))
    (left,) = left_behind([tmp_path / "1.doodle"])
    assert left.face is not None and len(left.face.ink) == len(drawn.ink)


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
        assert ("this one" in question(window).buttons[1].text()) is (left > 1)
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
