"""Teaching a category of one's own: the dialog by mouse and keys; nothing is lost."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QContextMenuEvent, QImage, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from teaching_acts import (
    answer,
    draw_houses,
    house,
    previewed,
    sketched,
    taught,
)
from window_acts import LEFT, drag, draw, drop, pixels

from aemodel.defaults import TEMPERATURE
from desktop.files.session import read_session, write_session
from desktop.paint.export import PictureForm, picture_bytes
from desktop.state.document import Document, State, state_to_plain
from desktop.state.ink import ink_from_lines
from desktop.state.origin import Learnt
from desktop.state.taught import MOST
from desktop.teach.dialog import TeachDialog
from desktop.views.tile import doodle_mime

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


# The dialog -----------------------------------------------------------------------------------


def test_five_drawings_and_a_name_make_a_category_in_one_step(lesson, qtbot) -> None:
    window = lesson._window
    assert lesson.isVisible() and not lesson.teach.isEnabled()
    assert "five or more" in lesson.advice.text()
    seen = []
    for number in range(5):
        draw_houses(lesson, 1, number)
        if number:
            seen.append(previewed(lesson, qtbot))
    assert not np.allclose(seen[0][0].latent, seen[-1][0].latent)
    assert "5" in lesson.advice.text() and "name" in lesson.problem.text()
    QTest.keyClicks(lesson.name, "Tiny house")
    assert lesson.teach.isEnabled()
    fourth = lesson.lesson.desk.document.state.collection[3]
    assert fourth.ink and len(fourth.ink) == 2
    QTest.mouseClick(lesson.teach, LEFT)
    assert not lesson.isVisible()
    sketches = sketched(window, qtbot, "Tiny house")
    (category,) = window.editor.document.state.taught
    assert category.count == 5 and window.editor.document.state.categories == (category.key,)
    np.testing.assert_allclose(category.images[3], fourth.picture * 255, atol=1e-3)
    assert sketches[4].origin == Learnt(1, 4, "Tiny house", TEMPERATURE, category)
    assert window.sketches.controls.category.text() == "Tiny house"
    assert window.editor.undo_stack.count() == 1
    assert "Tiny house" in window.editor.undo_stack.undoText()
    window.commands["undo"].trigger()
    assert window.editor.document.state.taught == ()
    sketched(window, qtbot, "")
    assert window.sketches.controls.category.text() == "any category"
    window.commands["redo"].trigger()
    assert sketched(window, qtbot, "Tiny house")[0].latent == pytest.approx(sketches[0].latent)


def test_everything_by_keyboard(lesson, qtbot) -> None:
    qtbot.waitUntil(lesson.page.canvas.hasFocus, timeout=3000)
    draw_houses(lesson, 3)
    board = lesson.lesson.desk.document
    QTest.keyClick(lesson.page.canvas, KEY.Key_Z, CTRL)
    assert len(board.state.collection) == 2 and not board.state.current.blank
    QTest.keyClick(lesson.page.canvas, KEY.Key_Y, CTRL)
    assert len(board.state.collection) == 3 and board.state.current.blank
    tile = lesson.board.tiles[1]
    tile.setFocus()
    QTest.keyClick(tile, KEY.Key_Delete)
    assert len(board.state.collection) == 2
    QTest.keyClick(lesson.board.tiles[1], KEY.Key_Right)
    QTest.keyClicks(lesson.name, "house")
    QTest.keyClick(lesson.name, KEY.Key_Return, CTRL)
    assert not lesson.isVisible()
    assert lesson.editor.document.state.taught[0].count == 2


def test_what_is_on_the_page_counts_too(lesson, qtbot) -> None:
    draw_houses(lesson, 1)
    draw(lesson.page.canvas, house(1))
    QTest.keyClicks(lesson.name, "house")
    assert lesson.teach.isEnabled()
    QTest.keyClick(lesson.name, KEY.Key_Return)
    assert lesson.editor.document.state.taught[0].count == 2


def test_an_example_goes_onto_the_page_to_be_varied(lesson, qtbot) -> None:
    draw_houses(lesson, 2)
    QTest.mouseClick(lesson.board.tiles[0], LEFT)
    first = lesson.lesson.desk.document.state.collection[0]
    assert lesson.lesson.desk.current is first and len(lesson.lesson.examples()) == 2
    draw(lesson.page.canvas, ink_from_lines([[[120, 120], [150, 200]]]))
    assert len(lesson.lesson.examples()) == 3
    QTest.mouseClick(lesson.page.add, LEFT)
    assert len(lesson.lesson.desk.document.state.collection) == 3
    assert lesson.lesson.desk.document.state.collection[0] is first


def test_the_cross_takes_an_example_out(lesson, qtbot) -> None:
    draw_houses(lesson, 3)
    tile = lesson.board.tiles[2]
    qtbot.waitUntil(tile.isVisible)
    QTest.mouseClick(tile, LEFT, pos=tile.cross().center().toPoint())
    assert len(lesson.lesson.desk.document.state.collection) == 2
    assert lesson.lesson.desk.current.blank, "the click must not choose as well"
    assert tile.doodle is None and tile.letter == "3"
    QTest.keyClick(lesson, KEY.Key_Z, CTRL)
    assert len(lesson.lesson.desk.document.state.collection) == 3


def test_doodles_come_from_everywhere(lesson, qtbot) -> None:
    window, board = lesson._window, lesson.board
    assert not lesson.sources.current.isEnabled() and not lesson.sources.shelf.isEnabled()
    for tile in window.sketches.tiles[2:4]:
        QTest.mouseClick(tile, LEFT, CTRL)
    QTest.mouseClick(lesson.sources.chosen, LEFT)
    QTest.mouseClick(window.sketches.tiles[0], LEFT)
    QTest.mouseClick(lesson.sources.current, LEFT)
    window.editor.keep(window.editor.document.state.sketches[5:7])
    QTest.mouseClick(lesson.sources.shelf, LEFT)
    popup = lesson.sources.popup
    assert popup.isVisible()
    QTest.mouseClick(popup.tiles[1], LEFT)
    assert popup.isVisible()
    QTest.mouseClick(popup.all, LEFT)
    assert not popup.isVisible()
    sketches = window.editor.document.state.sketches
    drop(board, doodle_mime(sketches[9]), QPointF(20, 20))
    examples = lesson.lesson.desk.document.state.collection
    due = [sketches[number] for number in (2, 3, 0, 6, 5, 6, 9)]
    assert len(examples) == len(due)
    for one, two in zip(examples, due, strict=True):
        np.testing.assert_allclose(one.picture, two.decoded, atol=0.003)


def test_pictures_dropped_on_the_board_are_examples(lesson, qtbot, tmp_path: Path) -> None:
    sketch = lesson._window.editor.document.state.sketches[0]
    made_here, other = tmp_path / "one.png", tmp_path / "other.png"
    made_here.write_bytes(picture_bytes(".png", [sketch], PictureForm(side=64)))
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for place in range(10, 50):
        for width in range(3):
            image.setPixelColor(place, 20 + width, Qt.GlobalColor.black)
    assert image.save(str(other))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (made_here, other)])
    drop(lesson.board, data, QPointF(9, 9))
    board = lesson.lesson.desk.document
    qtbot.waitUntil(lambda: len(board.state.collection) == 2, timeout=5000)
    assert lesson._window.editor.current.blank
    (tmp_path / "bad.png").write_bytes(b"nothing")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "bad.png"))])
    drop(lesson.board, data, QPointF(9, 9))
    qtbot.waitUntil(lambda: "bad.png" in lesson.problem.text(), timeout=5000)


def test_a_preview_becomes_the_current_doodle_and_others_can_be_had(lesson, qtbot) -> None:
    draw_houses(lesson, 2)
    first = previewed(lesson, qtbot)
    QTest.mouseClick(lesson.preview.tiles[3], LEFT)
    assert lesson.editor.current is first[3]
    QTest.mouseClick(lesson.preview.others, LEFT)
    qtbot.waitUntil(lambda: lesson.preview.doodles[0].origin.seed == 2, timeout=5000)


def test_names_are_asked_for_in_sentences(lesson, qtbot) -> None:
    taught(lesson._window, qtbot, "House")
    draw_houses(lesson, 1)
    assert "two examples" in lesson.problem.text()
    draw_houses(lesson, 1, 1)
    assert "name" in lesson.problem.text() and not lesson.teach.isEnabled()
    QTest.keyClicks(lesson.name, " house ")
    assert "already" in lesson.problem.text() and not lesson.teach.isEnabled()
    QTest.keyClick(lesson.name, KEY.Key_Return)
    assert lesson.isVisible()
    QTest.keyClicks(lesson.name, "s")
    assert lesson.problem.text() == "" and lesson.teach.isEnabled()


def test_names_that_the_model_has_are_taken_in_either_language(lesson, qtbot) -> None:
    draw_houses(lesson, 2)
    lesson._window.context.settings.change(language="zh_CN")
    for name in ("Cat", "猫"):
        lesson.name.setText(name)
        assert "模型" in lesson.problem.text() and not lesson.teach.isEnabled()
    lesson.name.setText("猫二")
    assert not lesson.problem.text() and lesson.teach.isEnabled()
    lesson.name.setText("cat")
    lesson._window.context.settings.change(language="en")
    qtbot.waitUntil(lambda: "The model has a category of this name" in lesson.problem.text())
    QTest.keyClick(lesson.name, KEY.Key_Return)
    assert lesson.isVisible() and not lesson.editor.document.state.taught


def test_too_many_are_refused_in_a_sentence(lesson, qtbot) -> None:
    doodle = lesson._window.editor.document.state.sketches[0]
    lesson.board.add(*[doodle] * (MOST - 1))
    lesson.board.add(doodle, doodle)
    assert len(lesson.lesson.desk.document.state.collection) == MOST - 1
    assert str(MOST) in lesson.problem.text()


# Nothing is lost ------------------------------------------------------------------------------


@pytest.mark.parametrize("choice", ["keep", "drop", "stay", ""])
def test_cancelling_asks_about_what_was_drawn(lesson, qtbot, monkeypatch, choice: str) -> None:
    asked = answer(monkeypatch, choice)
    draw_houses(lesson, 2)
    draw(lesson.page.canvas, house(2))
    QTest.keyClick(lesson, KEY.Key_Escape)
    assert len(asked) == 1 and asked[0].endswith("?")
    left = choice in ("keep", "drop")
    assert lesson.isVisible() != left
    shelf = lesson.editor.document.state.collection
    assert len(shelf) == (3 if choice == "keep" else 0)
    assert all(doodle.ink and doodle.decoded is not None for doodle in shelf)
    assert len(lesson.lesson.examples()) == (0 if left else 3)


def test_borrowed_examples_are_not_asked_about(lesson, qtbot, monkeypatch) -> None:
    asked = answer(monkeypatch)
    window = lesson._window
    QTest.mouseClick(window.sketches.tiles[0], LEFT)
    QTest.mouseClick(lesson.sources.current, LEFT)
    drop(lesson.board, doodle_mime(window.editor.document.state.sketches[3]), QPointF(9, 9))
    assert len(lesson.lesson.examples()) == 2 and window.editor.document.state.lesson == ()
    QTest.mouseClick(lesson.cancel, LEFT)
    assert not asked and not lesson.isVisible() and lesson.lesson.examples() == ()


def test_closing_the_window_asks_too(lesson, qtbot, monkeypatch) -> None:
    window = lesson._window
    asked = answer(monkeypatch, "stay", "keep")
    draw_houses(lesson, 1)
    window.close()
    assert window.isVisible() and len(asked) == 1
    window.close()
    assert not window.isVisible() and len(window.editor.document.state.collection) == 1


def test_a_lesson_survives_a_crash(lesson, open_window, qtbot, tmp_path: Path) -> None:
    draw_houses(lesson, 2)
    draw(lesson.page.canvas, house(2))
    path = lesson._window.session.autosave.path
    qtbot.waitUntil(path.exists, timeout=5000)
    fields, _ = read_session(path)
    assert len(fields["lesson"]) == 3 and all(doodle.ink for doodle in fields["lesson"])
    write_session(tmp_path / "left.doodle", lesson.editor.document.state)
    other = open_window("full")
    other.session.open(tmp_path / "left.doodle")
    qtbot.waitUntil(lambda: bool(other.editor.document.state.lesson), timeout=5000)
    again = other.dialogs.open("teach")
    qtbot.waitUntil(again.isVisible)
    assert isinstance(again, TeachDialog) and len(again.lesson.examples()) == 3


def test_a_lesson_waits_for_the_model(open_window, qtbot) -> None:
    window = open_window("full", wait=False)
    state = replace(State(), lesson=tuple(window.editor.engine.from_ink(house(n)) for n in (1, 2)))
    assert not window.commands["teach"].isEnabled()
    window.session._show(Document.from_plain(state_to_plain(state)), None)
    qtbot.waitUntil(window.commands["teach"].isEnabled, timeout=20_000)
    qtbot.waitUntil(lambda: "teach" in window.dialogs._made, timeout=5000)
    dialog = window.dialogs.open("teach")
    assert isinstance(dialog, TeachDialog) and len(dialog.lesson.unsaved()) == 2


# How it looks and reads -----------------------------------------------------------------------


def test_it_can_be_operated_and_read_aloud_in_both_languages(lesson, qtbot) -> None:
    draw_houses(lesson, 2)
    previewed(lesson, qtbot)
    window = lesson._window
    for language, pattern in (("zh_CN", r"[\u4e00-\u9fff]"), ("en", r"[A-Za-z]{2,}")):
        window.context.settings.change(language=language)
        qtbot.wait(20)
        assert re.search(pattern, lesson.windowTitle())
        for widget in lesson.findChildren(QWidget):
            if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                continue
            if widget.objectName().startswith("qt_"):
                continue
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert re.search(pattern, widget.accessibleName() or text), widget
        for label in (lesson.advice, lesson.problem):
            assert re.search(pattern, label.text())


def test_tab_goes_round_and_every_part_shows_the_focus(lesson, qtbot) -> None:
    draw_houses(lesson, 2)
    previewed(lesson, qtbot)
    lesson.activateWindow()
    lesson.page.canvas.setFocus()
    qtbot.waitUntil(lesson.page.canvas.hasFocus)
    visited: list[QWidget] = []
    for _ in range(60):
        widget = QApplication.focusWidget()
        if widget in visited:
            break
        visited.append(widget)
        QTest.keyClick(widget, KEY.Key_Tab)
    assert QApplication.focusWidget() is visited[0]
    due = (lesson.which, lesson.board.tiles[0], lesson.preview.tiles[0], lesson.name)
    assert set(due) <= set(visited) and lesson.board.tiles[2] not in visited


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_the_smallest_screen(lesson, qtbot, theme: str) -> None:
    lesson._window.context.settings.change(theme=theme)
    draw_houses(lesson, 2)
    previewed(lesson, qtbot)
    assert lesson.width() <= 1024 and lesson.height() <= 640
    lesson.resize(lesson.minimumSizeHint())
    qtbot.wait(20)
    assert lesson.width() <= 1024 and lesson.height() <= 640
    shown = [w for w in lesson.findChildren(QAbstractButton) if w.isVisible()]
    for button in shown:
        inside = QPoint(button.mapTo(lesson, QPoint(0, 0)))
        if button.parentWidget().objectName() != "tiles":
            assert lesson.rect().contains(inside) and button.width() >= 24
    assert len(np.unique(pixels(lesson.board).reshape(-1, 4), axis=0)) > 4


def test_it_is_no_larger_than_the_screen(lesson, qtbot, monkeypatch) -> None:
    """Of 1920x1080 at 200 %, less the title above it."""
    lesson.close()
    monkeypatch.setattr(QScreen, "availableSize", lambda screen: QSize(960, 540))
    lesson.present()
    qtbot.wait(20)
    assert lesson.height() <= 510 and lesson.width() <= 960
    for part in (lesson.name, lesson.cancel, lesson.teach):
        corner = part.mapTo(lesson, part.rect().bottomRight())
        assert lesson.rect().contains(corner)
    assert lesson.preview.height() >= lesson.preview.minimumSizeHint().height()


def test_a_doodle_dragged_within_the_board_is_not_doubled(lesson, qtbot, monkeypatch) -> None:
    from PySide6.QtGui import QDrag, QDropEvent

    draw_houses(lesson, 2)
    tile = lesson.board.tiles[0]
    carried: list[QMimeData] = []

    def dragged(drag: QDrag, *_: object) -> None:
        carried.append(drag.mimeData())

    monkeypatch.setattr(QDrag, "exec", dragged)
    monkeypatch.setattr(QDropEvent, "source", lambda event: tile)
    drag(tile, [QPoint(30, 30), QPoint(50, 50), QPoint(70, 60)])
    assert carried
    drop(lesson.board, doodle_mime(tile.doodle), QPointF(20, 20))
    assert len(lesson.lesson.desk.document.state.collection) == 2


def test_pasting_and_dropping_beside_the_board(lesson, qtbot) -> None:
    window = lesson._window
    QTest.mouseClick(window.sketches.tiles[1], LEFT)
    window.commands["copy"].trigger()
    QTest.keyClick(lesson.page.canvas, KEY.Key_V, CTRL)
    assert len(lesson.lesson.examples()) == 1
    drop(lesson, doodle_mime(window.editor.current), QPointF(5, 5))
    assert len(lesson.lesson.examples()) == 2
    QApplication.clipboard().clear()
    QTest.keyClick(lesson.page.canvas, KEY.Key_V, CTRL)
    assert "clipboard" in lesson.problem.text()


def test_the_menus_of_the_window_add_to_the_lesson(lesson, qtbot) -> None:
    tiles = lesson._window.sketches.tiles
    rows: list[str] = []

    def menu_of(tile: QWidget, wanted: str) -> None:
        def pick() -> None:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            rows[:] = [action.text() for action in menu.actions()]
            for action in menu.actions():
                if action.text() == wanted:
                    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
            menu.close()

        QTimer.singleShot(0, pick)
        spot, reason = QPoint(9, 9), QContextMenuEvent.Reason.Keyboard
        event = QContextMenuEvent(reason, spot, tile.mapToGlobal(spot))
        QApplication.sendEvent(tile, event)

    for tile in tiles[2:5]:
        QTest.mouseClick(tile, LEFT, CTRL)
    for tile in (tiles[3], tiles[7]):
        menu_of(tile, "Add to the lesson")
    examples = lesson.lesson.desk.document.state.collection
    assert [example.origin.index for example in examples] == [2, 3, 4, 7]
    lesson.lesson.desk.undo()
    lesson.lesson.desk.undo()
    QTest.keyClick(lesson, KEY.Key_Escape)
    assert lesson.isHidden()
    menu_of(tiles[3], "Add to the lesson")
    assert rows and "Add to the lesson" not in rows
