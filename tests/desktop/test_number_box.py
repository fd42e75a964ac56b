"""Typing numbers: limits, keys that are the window's, and what Return and Escape do."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QToolTip, QVBoxLayout, QWidget

from desktop.views.number_box import NumberBox, WholeBox
from desktop.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


def type_into(box: WholeBox | NumberBox, text: str) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)


def tip() -> QWidget:
    (label,) = [one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel")]
    return label


@pytest.mark.parametrize(
    ("typed", "taken", "said"), [("400", 96, True), ("0", 1, True), ("12", 12, False)]
)
def test_all_digits_are_taken_and_then_the_nearest_number(
    qtbot, typed: str, taken: int, said: bool
) -> None:
    box = WholeBox()
    qtbot.addWidget(box)
    box.setRange(1, 96)
    box.setValue(5)
    box.setKeyboardTracking(False)
    box.move(100, 100)
    with qtbot.waitActive(box):
        box.show()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    type_into(box, typed)
    assert box.text() == typed and box.value() == 5
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == taken and box.text() == str(taken)
    if said:
        qtbot.waitUntil(QToolTip.isVisible)
        assert "1" in QToolTip.text() and "96" in QToolTip.text()
        # What is typed next is beneath or beside it.
        assert tip().geometry().bottom() < box.mapToGlobal(QPoint(0, 0)).y()
    else:
        assert not QToolTip.isVisible()


def test_a_number_with_a_unit_and_one_with_a_point(qtbot) -> None:
    side, weight = WholeBox(), NumberBox()
    for box in (side, weight):
        qtbot.addWidget(box)
        box.show()
    side.setRange(16, 4096)
    side.setSuffix(" pixels")
    weight.setRange(0, 3)
    type_into(side, "99999")
    QTest.keyClick(side, Qt.Key.Key_Return)
    assert side.value() == 4096 and side.text() == "4096 pixels"
    type_into(weight, "1.239")
    QTest.keyClick(weight, Qt.Key.Key_Return)
    assert weight.value() == 1.24


def test_a_dialog_hears_return_and_escape_as_well(qtbot) -> None:
    accepted, rejected = QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected
    for key, outcome in ((Qt.Key.Key_Return, accepted), (Qt.Key.Key_Escape, rejected)):
        dialog, box, button = QDialog(), WholeBox(), QPushButton()
        qtbot.addWidget(dialog)
        column = QVBoxLayout(dialog)
        for part in (box, button):
            column.addWidget(part)
        button.setDefault(True)
        button.clicked.connect(dialog.accept)
        dialog.show()
        type_into(box, "700")
        with qtbot.waitSignal(dialog.finished) as over:
            QTest.keyClick(box, key)
        assert over.args == [outcome.value] and box.value() == (99 if outcome is accepted else 70)


def test_keys_are_the_windows_after_a_seed(window: MainWindow, qtbot) -> None:
    document, seed = window.editor.document, window.sketches.controls.seed
    for end, expected in ((Qt.Key.Key_Return, 77), (Qt.Key.Key_Escape, 77)):
        type_into(seed, "77" if end == Qt.Key.Key_Return else "88")
        QTest.keyClick(seed, end)
        assert document.state.seed == seed.value() == expected
        assert window.focusWidget() is window.sketches.tiles[0]
    QTest.keyClick(window.focusWidget(), "]")
    assert document.state.seed == 78
    QTest.keyClick(window.focusWidget(), "r")
    assert document.state.seed != 78


def test_keys_that_no_number_is_made_of_are_the_windows_at_once(window: MainWindow) -> None:
    document, seed = window.editor.document, window.sketches.controls.seed
    QTest.mouseClick(window.sketches.tiles[1], Qt.MouseButton.LeftButton)
    type_into(seed, "5")
    QTest.keyClick(seed, Qt.Key.Key_Z, CONTROL)  # what is typed comes first
    assert seed.text() == str(document.state.seed) and not window.editor.current.blank
    seed.setFocus()
    QTest.keyClick(seed, Qt.Key.Key_Up)
    QTest.keyClick(seed, Qt.Key.Key_Z, CONTROL)
    assert document.state.seed == 1 and not window.editor.current.blank
    QTest.keyClick(seed, Qt.Key.Key_Z, CONTROL)
    assert window.editor.current.blank
    before = document.state.seed
    QTest.keyClick(seed, "]")
    assert document.state.seed == before + 1


def test_letters_in_a_number_do_nothing_and_chords_are_the_windows(window: MainWindow) -> None:
    document, boxes = window.editor.document, window.sketches.controls
    QTest.mouseClick(window.sketches.tiles[1], Qt.MouseButton.LeftButton)
    window.docks["mix"].raise_()
    before = document.state
    for box in (boxes.seed, window.mix.equation.places[0].weight):
        type_into(box, "abcdefghijklmnopqrstuvwxyzABZ9")
        assert box.text() == "9" and box.hasFocus()
        assert document.state is before and not window.sketches.selection.chosen()
        QTest.keyClick(box, Qt.Key.Key_Escape)
    boxes.seed.setFocus()
    QTest.keyClick(boxes.seed, Qt.Key.Key_D, CONTROL)
    assert document.state.collection


def test_more_sketches_than_fit_are_to_be_had_elsewhere(window: MainWindow, qtbot) -> None:
    count = window.sketches.controls.count
    type_into(count, "800")
    QTest.keyClick(count, Qt.Key.Key_Return)
    qtbot.waitUntil(QToolTip.isVisible)
    assert "96" in QToolTip.text() and "Many to a folder" in QToolTip.text()
    assert tip().geometry().bottom() < count.mapToGlobal(QPoint(0, 0)).y()
