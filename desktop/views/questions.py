"""Questions to the person at the window, in plain words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.theme import GRID
from desktop.views.panel import quiet_label

WIDTH = 480


class Question(QDialog):
    """A sentence, details beneath, and a button for each of the (key, words) in `answers`.

    The first answer is the one of the Enter key; Escape leaves `answer` empty.
    """

    def __init__(
        self, parent: QWidget, question: str, details: str, answers: list[tuple[str, str]]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Doodlescape")
        self.setAccessibleName(question)
        self.answer = ""
        self.text = QLabel(question)
        self.text.setObjectName("question")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.details = quiet_label(wrap=True)
        self.buttons: list[QPushButton] = []
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        for key, words in answers:
            button = QPushButton(words)
            button.setAutoDefault(True)
            button.clicked.connect(partial(self.give, key))
            row.addWidget(button)
            self.buttons.append(button)
        self.buttons[0].setProperty("primary", True)
        self.buttons[0].setDefault(True)
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.text)
        column.addWidget(self.details)
        column.addSpacing(2 * GRID)
        column.addLayout(row)
        self._column, self._row = column, row
        self.say_details(details)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the style sheet has told how wide the letters of the buttons are."""
        self._fit()
        super().showEvent(event)

    def say_details(self, details: str) -> None:
        """What stands beneath the question."""
        if details != self.details.text():
            self.details.setText(details)
            self.setAccessibleDescription(details)
            if self.isVisible():
                self._fit()

    def give(self, key: str) -> None:
        """Answers it."""
        self.answer = key
        self.accept()

    def _fit(self) -> None:
        """No button narrower than its words, and as high as the text needs at this width."""
        sides = self._column.contentsMargins()
        needed = self._row.minimumSize().width() + sides.left() + sides.right()
        width = max(WIDTH, needed)
        self.setFixedSize(width, self._column.totalHeightForWidth(width))


def ask(parent: QWidget, question: str, details: str, answers: list[tuple[str, str]]) -> str:
    """Waits for an answer: the key of one of the (key, words); "" for the Escape key."""
    return ask_whether(Question(parent, question, details, answers))


def ask_whether(box: Question) -> str:
    """Waits for the answer to a question."""
    box.exec()
    answer = box.answer
    box.deleteLater()
    return answer
