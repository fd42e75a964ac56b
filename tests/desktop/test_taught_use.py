"""Categories of one's own: picked, changed, deleted; sessions, models, files, pictures."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from teaching_acts import (
    answer,
    draw_houses,
    example,
    previewed,
    sketched,
    start_lesson,
    taught,
)
from window_acts import LEFT, drop, rows_of

from aemodel.bundle.few_shot import LearnedCategory
from desktop.files.recipe import doodles_of_file
from desktop.files.session import write_session
from desktop.paint.export import PictureForm, picture_bytes
from desktop.state.taught import teach
from desktop.teach.dialog import TeachDialog

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


# Categories that there are --------------------------------------------------------------------


def test_they_stand_in_the_picker_as_ones_own(open_window, qtbot) -> None:
    window = open_window("full")
    picker = window.sketches.controls.category
    teach_row = window.commands["teach"]
    assert teach_row in rows_of(picker.menu_)
    category = taught(window, qtbot, "R&D")
    texts = [action.text() for action in rows_of(picker.menu_)]
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
    assert "R&&D" in [action.text() for action in rows_of(picker.menu_)]
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
    assert dialog.name.text() == "house" and len(dialog.lesson.examples()) == 5
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
    assert "Undo" in dialog.problem.text() and dialog.lesson.examples() == ()
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


def test_one_of_ones_own_is_changed_from_menu_and_picker(open_window, qtbot) -> None:
    window = open_window("full")
    change = window.commands["change_category"]
    assert not change.isEnabled() and "yet" in change.toolTip()
    first, second = taught(window, qtbot, "house"), taught(window, qtbot, "hut", 3)
    assert change in rows_of(window.sketches.controls.category.menu_)
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
    assert len(dialog.lesson.examples()) == 2 == len(dialog.lesson.unsaved())


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
    file = window.teaching.lasting.file
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
    rows_of(picker.menu_)
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


def test_two_windows_do_not_lose_each_others_categories(open_window, qtbot) -> None:
    first, second = open_window("full"), open_window("full")
    kept = [window.teaching.lasting for window in (first, second)]
    qtbot.waitUntil(lambda: all(lasting.read for lasting in kept), timeout=5000)
    file = kept[0].file
    mine = taught(first, qtbot, "house")
    qtbot.waitUntil(lambda: file.exists() and mine.key in file.read_text(), timeout=5000)
    yours = taught(second, qtbot, "hut", 3)
    qtbot.waitUntil(lambda: yours.key in file.read_text(), timeout=5000)
    assert mine.key in file.read_text()
    second.editor.forget(yours)
    qtbot.waitUntil(lambda: yours.key not in file.read_text(), timeout=5000)
    assert mine.key in file.read_text()


def test_one_that_is_brought_gets_a_name_that_the_model_has_not(open_window, qtbot) -> None:
    window = open_window("full")
    window.teaching._brought(teach("cat", [example(number) for number in range(3)]))
    (brought,) = window.editor.document.state.taught
    assert brought.name == "cat 2"
    dialog = start_lesson(window, qtbot)
    window.editor.document.update(taught=(replace(brought, name="cat"),))  # from another model
    dialog.choose(brought.key)
    assert dialog.name.text() == "cat" and dialog.teach.isEnabled()  # it may stay
