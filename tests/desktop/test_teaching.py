"""Teaching a category of one's own: the dialog by mouse and keys, and what becomes of it."""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget
from window_acts import LEFT, drag, draw, drop, pixels

from aemodel.bundle.few_shot import LearnedCategory
from desktop.dialogs.teach import TeachDialog
from desktop.files.recipe import doodles_of_file
from desktop.files.session import read_session, write_session
from desktop.paint.export import PictureForm, picture_bytes
from desktop.state.doodle import Doodle
from desktop.state.ink import ink_from_lines
from desktop.state.origin import Learnt
from desktop.state.taught import MOST, Taught, teach
from desktop.views.tile import doodle_mime
from desktop.window import MainWindow

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def house(number: int) -> tuple:
    """A house that is never quite the same."""
    low, roof = 230 - 6 * number, 20 + 8 * number
    walls = [[40, 40, 210, 210, 40], [110, low, low, 110, 110]]
    return ink_from_lines([walls, [[30, 120 + number, 220], [110, roof, 110]]])


@pytest.fixture(autouse=True)
def nobody_in_the_lesson(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test leaves on the board is thrown away; tests of the question answer it."""
    monkeypatch.setattr("desktop.dialogs.teach.ask", lambda *question: "drop")


@pytest.fixture
def lesson(open_window: Callable[..., MainWindow], qtbot) -> TeachDialog:
    return start_lesson(open_window("full"), qtbot)


def start_lesson(window: MainWindow, qtbot) -> TeachDialog:
    window.commands["teach"].trigger()
    dialog = window.dialogs.open("teach")
    assert isinstance(dialog, TeachDialog)
    qtbot.waitExposed(dialog)
    return dialog


def draw_houses(dialog: TeachDialog, count: int, first: int = 0) -> None:
    for number in range(first, first + count):
        draw(dialog.page.canvas, house(number))
        QTest.keyClick(dialog.page.canvas, KEY.Key_Return)


def previewed(dialog: TeachDialog, qtbot) -> tuple[Doodle, ...]:
    """The eight new ones that the examples of now give."""
    count = len(dialog.lesson.document.state.collection)

    def there() -> bool:
        doodles = dialog.preview.doodles
        return len(doodles) == 8 and all(d.origin.taught.count == count for d in doodles)

    qtbot.waitUntil(there, timeout=10_000)
    return dialog.preview.doodles


def sketched(window: MainWindow, qtbot, name: str, count: int = 12) -> tuple[Doodle, ...]:
    """The sketches, once they are of that category; "" for those of none of one's own."""
    state = window.editor.document

    def there() -> bool:
        origins = [doodle.origin for doodle in state.state.sketches]
        if len(origins) != count:
            return False
        if not name:
            return not any(isinstance(origin, Learnt) for origin in origins)
        return all(isinstance(o, Learnt) and o.category == name for o in origins)

    qtbot.waitUntil(there, timeout=10_000)
    return state.state.sketches


def answer(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """The questions asked; what no answer is given for is thrown away."""
    asked: list[str] = []
    waiting = list(answers)

    def ask(parent: object, question: str, *rest: object) -> str:
        asked.append(question)
        return waiting.pop(0) if waiting else "drop"

    monkeypatch.setattr("desktop.dialogs.teach.ask", ask)
    return asked


def taught(window: MainWindow, qtbot, name: str = "house", count: int = 5) -> Taught:
    category = teach(name, [example(number) for number in range(count)])
    window.editor.teach(category)
    sketched(window, qtbot, name)
    return category


def example(number: int) -> np.ndarray:
    from desktop.engine import ink_image

    return ink_image(house(number))


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
    fourth = lesson.lesson.document.state.collection[3]
    assert fourth.ink and len(fourth.ink) == 2
    QTest.mouseClick(lesson.teach, LEFT)
    assert not lesson.isVisible()
    sketches = sketched(window, qtbot, "Tiny house")
    (category,) = window.editor.document.state.taught
    assert category.count == 5 and window.editor.document.state.categories == (category.key,)
    np.testing.assert_allclose(category.images[3], fourth.picture * 255, atol=1e-3)
    assert sketches[4].origin == Learnt(1, 4, "Tiny house", 1.0, category)
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
    board = lesson.lesson.document
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
    first = lesson.lesson.document.state.collection[0]
    assert lesson.lesson.current is first and len(lesson.examples()) == 2
    draw(lesson.page.canvas, ink_from_lines([[[120, 120], [150, 200]]]))
    assert len(lesson.examples()) == 3
    QTest.mouseClick(lesson.page.add, LEFT)
    assert len(lesson.lesson.document.state.collection) == 3
    assert lesson.lesson.document.state.collection[0] is first


def test_the_cross_takes_an_example_out(lesson, qtbot) -> None:
    draw_houses(lesson, 3)
    tile = lesson.board.tiles[2]
    qtbot.waitUntil(tile.isVisible)
    QTest.mouseClick(tile, LEFT, pos=tile.cross().center().toPoint())
    assert len(lesson.lesson.document.state.collection) == 2
    assert lesson.lesson.current.blank, "the click must not choose as well"
    assert tile.doodle is None and tile.letter == "3"
    QTest.keyClick(lesson, KEY.Key_Z, CTRL)
    assert len(lesson.lesson.document.state.collection) == 3


def test_doodles_come_from_everywhere(lesson, qtbot) -> None:
    window, board = lesson._window, lesson.board
    assert not lesson.sources.current.isEnabled() and not lesson.sources.shelf.isEnabled()
    QTest.mouseClick(window.sketches.tiles[0], LEFT)
    QTest.mouseClick(lesson.sources.current, LEFT)
    for tile in window.sketches.tiles[2:4]:
        QTest.mouseClick(tile, LEFT, CTRL)
    QTest.mouseClick(lesson.sources.chosen, LEFT)
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
    examples = lesson.lesson.document.state.collection
    due = [sketches[number] for number in (0, 2, 3, 6, 5, 6, 9)]
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
    board = lesson.lesson.document
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


def test_too_many_are_refused_in_a_sentence(lesson, qtbot) -> None:
    doodle = lesson._window.editor.document.state.sketches[0]
    lesson.board.add(*[doodle] * (MOST - 1))
    lesson.board.add(doodle, doodle)
    assert len(lesson.lesson.document.state.collection) == MOST - 1
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
    assert len(lesson.examples()) == (0 if left else 3)


def test_borrowed_examples_are_not_asked_about(lesson, qtbot, monkeypatch) -> None:
    asked = answer(monkeypatch)
    window = lesson._window
    QTest.mouseClick(window.sketches.tiles[0], LEFT)
    QTest.mouseClick(lesson.sources.current, LEFT)
    drop(lesson.board, doodle_mime(window.editor.document.state.sketches[3]), QPointF(9, 9))
    assert len(lesson.examples()) == 2 and window.editor.document.state.lesson == ()
    QTest.mouseClick(lesson.cancel, LEFT)
    assert not asked and not lesson.isVisible() and lesson.examples() == ()


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
    assert isinstance(again, TeachDialog) and len(again.examples()) == 3


# Categories that there are --------------------------------------------------------------------


def test_they_stand_in_the_picker_as_ones_own(open_window, qtbot) -> None:
    window = open_window("full")
    picker = window.sketches.controls.category
    teach_row = window.commands["teach"]
    assert teach_row in picker.menu_.actions()
    category = taught(window, qtbot, "R&D")
    texts = [action.text() for action in picker.menu_.actions()]
    assert texts.index("Yours") + 1 == texts.index("R&&D") < texts.index("cat")
    assert picker.text() == "R&&D" and picker.words(category.key) == "R&D"
    picker._rows["cat"].trigger()
    assert window.editor.document.state.categories == (category.key, "cat")
    qtbot.waitUntil(
        lambda: (
            [d.origin.category for d in window.editor.document.state.sketches] == ["R&D", "cat"] * 6
        ),
        timeout=10_000,
    )
    window.context.settings.change(language="zh_CN")
    assert "R&&D" in [action.text() for action in picker.menu_.actions()]
    window.context.settings.change(language="en")


def test_the_click_that_opens_a_tall_menu_ticks_nothing(open_window, qtbot) -> None:
    window = open_window("full")
    picker = window.sketches.controls.category
    picker.menu_.popup(window.mapToGlobal(QPoint(40, 40)))
    qtbot.waitUntil(picker.menu_.isVisible)
    row = picker.menu_.actionGeometry(picker._rows["dog"]).center()
    from PySide6.QtGui import QCursor

    QCursor.setPos(picker.menu_.mapToGlobal(row))
    picker.menu_._opened_at = picker.menu_.mapToGlobal(row)
    QTest.mouseRelease(picker.menu_, LEFT, pos=row)
    assert window.editor.document.state.categories == () and picker.menu_.isVisible()
    QTest.mouseClick(picker.menu_, LEFT, pos=row)
    assert window.editor.document.state.categories == ("dog",)
    picker.menu_.close()


def test_more_examples_another_name_and_deletion_can_be_undone(
    open_window, qtbot, monkeypatch
) -> None:
    window = open_window("full")
    category = taught(window, qtbot)
    before = window.editor.document.state.sketches
    dialog = start_lesson(window, qtbot)
    assert [dialog.which.itemText(row) for row in range(2)] == ["Something new", "house"]
    dialog.choose(category.key)
    assert dialog.name.text() == "house" and len(dialog.examples()) == 5
    assert dialog.teach.text() == "Save changes"
    draw_houses(dialog, 1, 5)
    dialog.name.setText("home")
    QTest.mouseClick(dialog.teach, LEFT)
    after = sketched(window, qtbot, "home")
    (changed,) = window.editor.document.state.taught
    assert changed.key == category.key and changed.count == 6
    assert changed.pixels.startswith(category.pixels)
    assert not np.allclose(after[0].latent, before[0].latent)
    window.commands["undo"].trigger()
    assert window.editor.document.state.taught == (category,)
    np.testing.assert_allclose(sketched(window, qtbot, "house")[0].latent, before[0].latent)

    dialog = start_lesson(window, qtbot)
    dialog.choose(category.key)
    QTest.mouseClick(dialog.forget, LEFT)
    assert "Undo" in dialog.problem.text() and dialog.examples() == ()
    assert window.editor.document.state.taught == ()
    sketched(window, qtbot, "")
    window.commands["undo"].trigger()
    assert window.editor.document.state.taught == (category,)
    sketched(window, qtbot, "house")
    assert dialog.which.count() == 2


def test_changes_to_a_category_are_asked_about(open_window, qtbot, monkeypatch) -> None:
    window = open_window("full")
    category = taught(window, qtbot)
    dialog = start_lesson(window, qtbot)
    dialog.choose(category.key)
    asked = answer(monkeypatch, "stay", "save", "drop")
    QTest.mouseClick(dialog.cancel, LEFT)
    assert not dialog.isVisible() and not asked
    dialog = start_lesson(window, qtbot)
    dialog.choose(category.key)
    dialog.board.take_out(dialog.board.tiles[0])
    dialog.which.setCurrentIndex(0)
    dialog.which.activated.emit(0)
    assert len(asked) == 1 and dialog.which.currentText() == "house"
    QTest.mouseClick(dialog.cancel, LEFT)
    assert len(asked) == 2 and not dialog.isVisible()
    assert window.editor.document.state.taught[0].count == 4
    dialog = start_lesson(window, qtbot)
    dialog.choose(category.key)
    dialog.name.setText("cottage")
    QTest.keyClick(dialog, KEY.Key_Escape)
    assert len(asked) == 3 and window.editor.document.state.taught[0].name == "house"


# Sessions, models, files ----------------------------------------------------------------------


def test_a_session_brings_category_and_sketches_back(open_window, qtbot, tmp_path: Path) -> None:
    window = open_window("full")
    category = taught(window, qtbot)
    before = window.editor.document.state.sketches
    path = tmp_path / "mine.doodle"
    write_session(path, window.editor.document.state)
    window.editor.forget(category)
    sketched(window, qtbot, "")
    window.close()
    other = open_window("full")
    assert other.editor.document.state.taught == ()
    other.session.open(path)
    qtbot.waitUntil(lambda: bool(other.editor.document.state.taught), timeout=5000)
    assert other.editor.document.state.taught == (category,)
    after = sketched(other, qtbot, "house")
    np.testing.assert_allclose(after[7].latent, before[7].latent, atol=1e-5)


def test_it_is_known_in_the_next_session_and_a_new_one(open_window, qtbot) -> None:
    window = open_window("full")
    category = taught(window, qtbot)
    window.commands["new_session"].trigger()
    assert window.editor.document.state.taught == (category,)
    file = window.teaching._file
    qtbot.waitUntil(lambda: file.exists() and category.key in file.read_text(), timeout=5000)
    window.close()
    other = open_window("full")
    qtbot.waitUntil(lambda: bool(other.editor.document.state.taught), timeout=5000)
    assert other.editor.document.state.taught == (category,)
    other.close()
    file.write_text("{]")
    third = open_window("full")
    qtbot.waitUntil(lambda: "damaged" in third.editor.document.state.notice, timeout=5000)
    assert file.with_suffix(".damaged").exists() and third.editor.document.state.taught == ()


def test_another_model_learns_it_again(open_window, qtbot, models) -> None:
    window = open_window("full")
    category = taught(window, qtbot)
    first = window.editor.document.state.sketches
    with qtbot.waitSignal(window.models.opened, timeout=20_000):
        window.open_model(models["vae"])
    qtbot.waitUntil(
        lambda: window.editor.document.state.sketches[0].model == window.editor.engine.name,
        timeout=10_000,
    )
    second = sketched(window, qtbot, "house")
    assert window.editor.document.state.categories == (category.key,)
    assert second[0].latent.shape != first[0].latent.shape or second[0].model != first[0].model
    picker = window.sketches.controls.category
    assert picker.isEnabled() and set(picker._rows) == {"", category.key}
    with qtbot.waitSignal(window.models.opened, timeout=20_000):
        window.open_model(models["ae"])
    assert not window.commands["teach"].isEnabled()
    assert "cannot sample" in window.commands["teach"].toolTip()
    assert window.editor.document.state.taught == (category,)
    with qtbot.waitSignal(window.models.opened, timeout=20_000):
        window.open_model(models["full"])
    np.testing.assert_allclose(
        sketched(window, qtbot, "house")[0].latent, first[0].latent, atol=1e-6
    )


def test_the_dialog_says_what_a_model_lacks(lesson, qtbot, models) -> None:
    draw_houses(lesson, 2)
    previewed(lesson, qtbot)
    with qtbot.waitSignal(lesson._window.models.opened, timeout=20_000):
        lesson._window.open_model(models["ae"])
    assert lesson.preview.reason.isVisible() and "cannot sample" in lesson.preview.reason.text()
    with qtbot.waitSignal(lesson._window.models.opened, timeout=20_000):
        lesson._window.open_model(models["vae"])
    qtbot.waitUntil(lambda: len(lesson.preview.doodles) == 8, timeout=10_000)
    assert lesson.preview.doodles[0].model == lesson.editor.engine.name


def test_given_away_and_brought_elsewhere(open_window, qtbot, tmp_path, monkeypatch) -> None:
    window = open_window("full")
    category = taught(window, qtbot)
    path = tmp_path / "house.category"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog = start_lesson(window, qtbot)
    dialog.choose(category.key)
    QTest.mouseClick(dialog.give, LEFT)
    qtbot.waitUntil(path.exists, timeout=5000)
    learnt = LearnedCategory.from_bytes(path.read_bytes())
    assert learnt.name == "house" and learnt.images.tobytes() == category.pixels
    QTest.mouseClick(dialog.cancel, LEFT)

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop(window, data, QPointF(300, 300))
    qtbot.waitUntil(lambda: "already" in window.editor.document.state.notice, timeout=5000)
    window.editor.forget(category)
    other = taught(window, qtbot, "house", 3)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.commands["bring_category"].trigger()
    qtbot.waitUntil(lambda: len(window.editor.document.state.taught) == 2, timeout=5000)
    mine, brought = window.editor.document.state.taught
    assert mine == other and brought.name == "house 2" and brought.pixels == category.pixels
    sketched(window, qtbot, "house 2")
    window.commands["undo"].trigger()
    assert window.editor.document.state.taught == (other,)


def test_files_of_other_models_without_drawings_need_that_model(
    open_window, qtbot, tmp_path, models
) -> None:
    window = open_window("full")
    latents = np.zeros((2, 3, window.editor.engine.bundle.latent_size), np.float32)
    latents[:, :, 0] = 4
    for model in (window.editor.engine.name, "elsewhere"):
        path = tmp_path / f"{model}.npz"
        path.write_bytes(LearnedCategory("blob", model, latents).to_bytes())
        window.incoming.open_file(path)
        qtbot.waitUntil(lambda: bool(window.editor.document.state.taught), timeout=5000)
    qtbot.waitUntil(lambda: "elsewhere" in window.editor.document.state.notice, timeout=5000)
    (blob,) = window.editor.document.state.taught
    assert blob.name == "blob" and blob.count == 3


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 nothing", bytes(9 * 2**20)])
def test_a_damaged_category_is_one_sentence(window, qtbot, tmp_path, content: bytes) -> None:
    path = tmp_path / "odd.category"
    path.write_bytes(content)
    window.teaching.open(path)
    qtbot.waitUntil(lambda: bool(window.editor.document.state.notice), timeout=5000)
    assert window.editor.document.state.notice.endswith(".")
    assert window.editor.document.state.taught == ()


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_a_picture_of_a_sketch_brings_its_category(
    open_window, qtbot, tmp_path: Path, suffix: str
) -> None:
    window = open_window("full")
    category = taught(window, qtbot)
    sketch = window.editor.document.state.sketches[4]
    path = tmp_path / f"taken{suffix}"
    path.write_bytes(picture_bytes(suffix, [sketch], PictureForm(side=64)))
    (read,) = doodles_of_file(path)
    assert read.origin == sketch.origin
    window.editor.forget(category)
    sketched(window, qtbot, "")
    window.session.open(path)
    qtbot.waitUntil(lambda: not window.editor.current.blank, timeout=5000)
    np.testing.assert_array_equal(window.editor.current.latent, sketch.latent)
    assert window.editor.document.state.taught == (category,)
    assert "house" in window.editor.document.state.notice
    window.commands["undo"].trigger()
    assert window.editor.document.state.taught == () and window.editor.current.blank


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
    assert len(lesson.lesson.document.state.collection) == 2


def test_one_of_ones_own_is_changed_from_menu_and_picker(open_window, qtbot) -> None:
    window = open_window("full")
    change = window.commands["change_category"]
    assert not change.isEnabled() and "yet" in change.toolTip()
    first, second = taught(window, qtbot, "house"), taught(window, qtbot, "hut", 3)
    assert change in window.sketches.controls.category.menu_.actions()
    window.editor.document.update(categories=("cat", first.key))
    change.trigger()
    dialog = window.dialogs.open("teach")
    assert isinstance(dialog, TeachDialog) and dialog.name.text() == "house"
    QTest.mouseClick(dialog.cancel, LEFT)
    window.editor.document.update(categories=())
    change.trigger()
    assert dialog.name.text() == second.name


def test_deleting_keeps_what_was_just_drawn_for_it(open_window, qtbot) -> None:
    window = open_window("full")
    category = taught(window, qtbot)
    dialog = start_lesson(window, qtbot)
    dialog.choose(category.key)
    draw_houses(dialog, 2)
    QTest.mouseClick(dialog.forget, LEFT)
    assert len(dialog.examples()) == 2 == len(dialog.unsaved())


def test_pasting_and_dropping_beside_the_board(lesson, qtbot) -> None:
    window = lesson._window
    QTest.mouseClick(window.sketches.tiles[1], LEFT)
    window.commands["copy"].trigger()
    QTest.keyClick(lesson.page.canvas, KEY.Key_V, CTRL)
    assert len(lesson.examples()) == 1
    drop(lesson, doodle_mime(window.editor.current), QPointF(5, 5))
    assert len(lesson.examples()) == 2
    QApplication.clipboard().clear()
    QTest.keyClick(lesson.page.canvas, KEY.Key_V, CTRL)
    assert "clipboard" in lesson.problem.text()


def test_two_windows_do_not_lose_each_others_categories(open_window, qtbot) -> None:
    first, second = open_window("full"), open_window("full")
    qtbot.waitUntil(lambda: first.teaching._read and second.teaching._read, timeout=5000)
    file = first.teaching._file
    mine = taught(first, qtbot, "house")
    qtbot.waitUntil(lambda: file.exists() and mine.key in file.read_text(), timeout=5000)
    yours = taught(second, qtbot, "hut", 3)
    qtbot.waitUntil(lambda: yours.key in file.read_text(), timeout=5000)
    assert mine.key in file.read_text()
    second.editor.forget(yours)
    qtbot.waitUntil(lambda: yours.key not in file.read_text(), timeout=5000)
    assert mine.key in file.read_text()


def test_a_name_is_never_read_as_html_nor_too_wide(open_window, qtbot) -> None:
    window = open_window("full")
    taught(window, qtbot, "W" * 40)
    assert window.sketches.controls.category.text().endswith("…")
    category = taught(window, qtbot, "<b>x</b>")
    dialog = start_lesson(window, qtbot)
    dialog.choose(category.key)
    QTest.mouseClick(dialog.forget, LEFT)
    assert "<b>x</b>" in dialog.problem.text()
    assert dialog.problem.textFormat() == Qt.TextFormat.PlainText
    assert window._toast.textFormat() == Qt.TextFormat.PlainText
