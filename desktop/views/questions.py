"""Questions to the person at the window, in plain words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget


def ask(parent: QWidget, question: str, details: str, answers: list[tuple[str, str]]) -> str:
    """Waits for an answer: the key of one of the (key, words); "" for the Escape key.

    The first answer is the one of the Enter key.
    """
    box, buttons = _box(parent, question, details, answers)
    box.exec()
    answer = _answer(box, buttons)
    box.deleteLater()
    return answer


def ask_later(
    parent: QWidget,
    question: str,
    details: str,
    answers: list[tuple[str, str]],
    then: Callable[[str], None],
) -> QMessageBox:
    """Like `ask`, but returns at once and calls `then` with the answer."""
    box, buttons = _box(parent, question, details, answers)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(lambda _: then(_answer(box, buttons)))
    box.open()
    return box


def _box(
    parent: QWidget, question: str, details: str, answers: list[tuple[str, str]]
) -> tuple[QMessageBox, dict[QPushButton, str]]:
    box = QMessageBox(parent)
    box.setWindowTitle("Doodlescape")
    box.setText(question)
    box.setInformativeText(details)
    buttons: dict[QPushButton, str] = {}
    for key, words in answers:
        button = box.addButton(words, QMessageBox.ButtonRole.ActionRole)
        buttons[button] = key
    first = next(iter(buttons))
    first.setProperty("primary", True)
    first.style().polish(first)
    box.setDefaultButton(first)
    # Escape needs a button; one that is not shown stands for "no answer".
    escape = box.addButton(QMessageBox.StandardButton.Cancel)
    escape.hide()
    box.setEscapeButton(escape)
    return box, buttons


def _answer(box: QMessageBox, buttons: dict[QPushButton, str]) -> str:
    clicked = box.clickedButton()
    return next((key for button, key in buttons.items() if button is clicked), "")
