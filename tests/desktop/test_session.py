"""Sessions: saving, opening, recent files, unsaved changes, doodles of other models."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from file_acts import answer, choose_file, drop_file
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from window_acts import LEFT, draw_cat, rows_of

from desktop.files.recipe import doodles_of_file
from desktop.files.session import read_session, write_session
from desktop.paint.export import PictureForm, picture_bytes
from desktop.state import Document, State
from desktop.state.document import MOST_KEPT
from desktop.state.origin import Sampled
from desktop.views.names import model_words
from desktop.views.words import origin_words
from desktop.window import MainWindow


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

    third = open_window(file=path)
    qtbot.waitUntil(lambda: not third.editor.current.blank, timeout=5000)
    assert third.session.path == path and not third.isWindowModified()


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


def test_a_recent_file_where_nobody_can_look_holds_up_neither_menu_nor_chooser(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = tmp_path / ("far" * 100) / "mine.doodle"  # asking for it is an error of the system
    with pytest.raises(OSError, match="long"):
        away.is_file()
    window.session._remember(away)
    assert [row.isEnabled() for row in rows_of(window.session.recent)] == [False]
    asked: list[str] = []
    choose = lambda _, title, folder, kinds: asked.append(title) or ("", "")  # noqa: E731
    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    window.commands["open"].trigger()
    assert asked == ["Open a file"]


def test_a_recent_file_that_goes_while_the_menu_is_open_is_missed_in_one_sentence(
    window: MainWindow, tmp_path: Path, qtbot
) -> None:
    path = tmp_path / "mine.doodle"
    path.write_bytes(b"")
    window.session._remember(path)
    (row,) = rows_of(window.session.recent)
    path.unlink()
    row.trigger()
    qtbot.waitUntil(lambda: "mine.doodle could not be read" in window.editor.document.state.notice)
    assert not rows_of(window.session.recent)[0].isEnabled()


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


def test_the_question_says_what_would_be_lost(window: MainWindow, tmp_path, monkeypatch) -> None:
    told: list[str] = []

    def ask(parent: object, question: str, details: str, answers: object) -> str:
        told.append(details)
        return "stay"

    monkeypatch.setattr("desktop.session.ask", ask)
    draw_cat(window.draw.canvas)
    assert not window.close()
    choose_file(monkeypatch, tmp_path / "saved.doodle")
    assert window.session.save(wait=True)
    window.commands["clear"].trigger()
    assert not window.close()
    assert "never been saved" in told[0] and "since the last save" in told[1]
    monkeypatch.setattr("desktop.session.ask", lambda *question: "drop")


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
    window.docks["shelf"].raise_()
    window.shelf.tiles[0].setFocus()
    window.commands["new_session"].trigger()
    assert window.focusWidget() is window.draw.canvas
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
