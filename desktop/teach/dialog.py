"""Teach it something new: a category of one's own from a few drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSignalBlocker, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from aemodel.errors import DataError
from desktop.background import run_in_background
from desktop.dialogs.dialog import Dialog, heading
from desktop.problems import problem_words
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.state.taught import (
    FEWEST,
    GOOD,
    LONGEST_NAME,
    Taught,
    by_key,
    plain_name,
    teach,
)
from desktop.teach.board import ExampleBoard
from desktop.teach.lesson import Lesson
from desktop.teach.page import TeachPage
from desktop.teach.preview import TeachPreview
from desktop.teach.sources import TeachSources
from desktop.theme import GRID
from desktop.views.arriving import Problems, doodles_in, words_of
from desktop.views.choice_box import ChoiceBox
from desktop.views.panel import quiet_label
from desktop.views.questions import ask

if TYPE_CHECKING:
    from desktop.window import MainWindow


class TeachDialog(Dialog):
    """Examples, a name, and what the open model makes of them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("teach")
        self._window = window
        self.editor = window.editor
        self.lesson = Lesson(window.editor, self)
        self.which = ChoiceBox()
        self.give = QPushButton()
        self.bring = QPushButton()
        self.forget = QPushButton()
        self.page = TeachPage(self.lesson.desk, window.context.settings)
        self.board = ExampleBoard(self.lesson.desk)
        self.sources = TeachSources(self.editor, window.sketches.selection.chosen)
        self.preview = TeachPreview(self.editor)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.teach = QPushButton()
        self.teach.setProperty("primary", True)
        self.cancel = QPushButton()
        self._which_label, self._name_label = QLabel(), QLabel()
        self._board_caption = heading()
        self.advice = quiet_label(wrap=True)
        self.problem = quiet_label(wrap=True)
        for button in (self.give, self.bring, self.forget, self.teach, self.cancel):
            button.setAutoDefault(False)
        self._arrange()
        self._connect()
        self.retranslate()
        self._begin(None)
        self.advice.setMinimumHeight(2 * self.advice.fontMetrics().lineSpacing())
        self.advice.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.resize(900, 592)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self._which_label)
        top.addWidget(self.which, 1)
        top.addStretch(1)
        for button in (self.forget, self.give, self.bring):
            top.addWidget(button)
        head = QHBoxLayout()
        head.addWidget(self._board_caption)
        head.addStretch(1)
        head.addWidget(self.sources)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addLayout(head)
        right.addWidget(self.board, 3)
        right.addWidget(self.advice)
        right.addSpacing(GRID)
        right.addWidget(self.preview, 4)
        middle = QHBoxLayout()
        middle.setSpacing(3 * GRID)
        middle.addWidget(self.page, 5)
        middle.addLayout(right, 7)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self._name_label)
        foot.addWidget(self.name, 2)
        foot.addWidget(self.problem, 3)
        foot.addWidget(self.cancel)
        foot.addWidget(self.teach)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.setAcceptDrops(True)
        self.page.done.connect(self._take_page)
        self._window.sketches.selection.changed.connect(self.sources.refresh)
        self.board.brought.connect(self._bring_picture)
        self.sources.given.connect(lambda doodles: self.board.add(*doodles))
        self.editor.to_learn.connect(lambda doodles: self.board.add(*doodles))
        self.which.activated.connect(self._choose)
        self.forget.clicked.connect(self._forget)
        self.give.clicked.connect(self._give)
        self.bring.clicked.connect(self._window.commands["bring_category"].trigger)
        self.teach.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.name.returnPressed.connect(self.accept)
        self.name.textChanged.connect(self._show)
        lesson = self.lesson.desk.document
        lesson.observe(lambda state: self._show_preview(), "collection")
        lesson.observe(lambda state: self._enable(), "collection", "current")
        lesson.observe(lambda state: self._say(state.notice), "notice")
        self.editor.document.observe(self._fill_which, "taught")
        for keys, act in (("Ctrl+Z", self.lesson.desk.undo), ("Ctrl+Return", self.accept)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        for keys in ("Ctrl+Y", "Ctrl+Shift+Z"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.lesson.desk.redo)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self._paste)

    def retranslate(self) -> None:
        """Texts."""
        self.setWindowTitle(self.tr("Teach it something new"))
        self._which_label.setText(self.tr("Teach"))
        self.which.setAccessibleName(self.tr("What to teach"))
        self.which.setToolTip(self.tr("Something new, or more about one of your categories"))
        self.give.setText(self.tr("Save to a file…"))
        self.give.setToolTip(self.tr("Save this category for another computer or person"))
        self.bring.setText(self.tr("From a file…"))
        self.bring.setToolTip(self.tr("Bring a category that somebody saved to a file"))
        self.forget.setText(self.tr("Delete"))
        self.forget.setToolTip(self.tr("Delete this category; Undo in the window brings it back"))
        self._name_label.setText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name of the category"))
        self.name.setPlaceholderText(self.tr("robot"))
        self.cancel.setText(self.tr("Cancel"))
        self._board_caption.setText(self.tr("Examples").upper())
        for part in (self.page, self.board, self.sources, self.preview):
            part.retranslate()
        self._fill_which(self.editor.document.state)

    def present(self) -> None:
        """In front, ready to draw; a lesson that a crash cut short goes on."""
        waiting = self.editor.document.state.lesson
        if waiting and not self.lesson.examples():
            self.lesson.resume(waiting)
        super().present()
        self.page.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_page(self) -> None:
        self.lesson.take_page()
        self.page.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, former: Taught | None) -> None:
        self.lesson.begin(former)
        self._begun()

    def _begun(self) -> None:
        former = self.lesson.former
        self.name.setText("" if former is None else former.name)
        self._fill_which(self.editor.document.state)

    def showEvent(self, event: QShowEvent) -> None:
        """Menus of the window may add to the lesson from now on."""
        super().showEvent(event)
        self.editor.lesson_open = True

    def hideEvent(self, event: QHideEvent) -> None:
        """No longer."""
        super().hideEvent(event)
        self.editor.lesson_open = False

    # What is shown ----------------------------------------------------------------------------

    def _show(self) -> None:
        self._show_preview()
        self._enable()

    def _show_preview(self) -> None:
        """Of what is on the board; what is on the page is not finished yet."""
        taught, board = None, self.lesson.board
        if len(board) >= FEWEST:
            name = plain_name(self.name.text()) or self.tr("new")
            taught = teach(name, [doodle.picture for doodle in board], self.lesson.key)
        self.preview.show_taught(taught)
        self.advice.setText(self._advice(len(board)))

    def _enable(self) -> None:
        lack = self._lack()
        self.teach.setEnabled(not lack)
        self.teach.setToolTip(lack or self.tr("Keep the category and draw new ones (Ctrl+Enter)"))
        new = self.lesson.former is None
        self.teach.setText(self.tr("Teach") if new else self.tr("Save changes"))
        self._say(lack if self.lesson.examples() else "")

    def _advice(self, count: int) -> str:
        if count == 0:
            return self.tr(
                "Draw the same thing a few times, each time a little differently, or drop doodles "
                "here. Two are enough to begin; five or more are better."
            )
        if count < FEWEST:
            return self.tr("One more and it can begin; five or more are better.")
        if count < GOOD:
            words = self.tr("{count} examples: it has an idea. Five or more are better.")
        else:
            words = self.tr("{count} examples: a good lesson. More of them make it richer still.")
        return words.format(count=count)

    def _lack(self) -> str:
        """Why it cannot be taught yet; "" if it can."""
        if len(self.lesson.examples()) < FEWEST:
            return self.tr("It takes two examples at least.")
        if not plain_name(self.name.text()):
            return self.tr("It needs a name.")
        if self.lesson.name_taken(self.name.text()):
            return self.tr("You have a category of this name already; choose another name.")
        if self.lesson.name_of_model(self.name.text()):
            return self.tr("The model has a category of this name already; choose another name.")
        return ""

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)

    def _fill_which(self, state: State) -> None:
        with QSignalBlocker(self.which):
            self.which.clear()
            self.which.addItem(self.tr("Something new"), "")
            for taught in state.taught:
                self.which.addItem(taught.name, taught.key)
            self.which.setCurrentIndex(max(0, self.which.findData(self.lesson.key)))
        there = self.lesson.former is not None
        for button in (self.give, self.forget):
            button.setVisible(there)
        self._show()

    # The categories that there are ------------------------------------------------------------

    def _choose(self, row: int) -> None:
        key = str(self.which.itemData(row) or "")
        if key == self.lesson.key or (not key and self.lesson.former is None):
            return
        if self.may_leave():
            self._begin(by_key(self.editor.document.state.taught, key))
        else:
            self._fill_which(self.editor.document.state)

    def change_one(self) -> None:
        """Teaches more about the category that is picked in the window, else the last one."""
        state = self.editor.document.state
        keys = [one.key for one in state.taught]
        picked = [key for key in state.categories if key in keys]
        if self.lesson.key not in keys and keys:
            self.choose(picked[0] if picked else keys[-1])

    def choose(self, key: str) -> None:
        """Teaches more about the category of this key."""
        self._choose(self.which.findData(key))

    def _forget(self) -> None:
        former = self.lesson.former
        if former is not None:
            self.lesson.forget()
            self._begun()
            words = self.tr("{name} is deleted; Undo in the window brings it back.")
            self._say(words.format(name=former.name))

    def _give(self) -> None:
        former = self.lesson.former
        if former is not None:
            self._window.teaching.give(former, self)

    def _paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        if data is None or not self.board.take(data):
            self._say(self.tr("There is no picture on the clipboard; copy one first."))

    def _bring_picture(self, data: QMimeData) -> None:
        run_in_background(doodles_in(data), self._pictures_read)

    def _pictures_read(self, result: tuple[tuple[Doodle, ...], Problems]) -> None:
        doodles, problems = result
        self.board.add(*doodles)
        if problems:
            self._say(words_of(problems))

    # Leaving ----------------------------------------------------------------------------------

    def accept(self) -> None:
        """Teaches; sketches of it come in the window."""
        if self._lack():
            self._show()
            return
        try:
            self.editor.teach(self.lesson.made(self.name.text()))
        except DataError as error:
            self._say(problem_words(error))
            return
        self._begin(None)
        super().accept()
        self._window.show_panel("sketches")

    def reject(self) -> None:
        """Asks about what would be lost."""
        if self.may_leave():
            self._begin(None)
            super().reject()

    def may_leave(self) -> bool:
        """Asks what becomes of drawings and changes; False if the lesson should go on."""
        drawn, former = self.lesson.unsaved(), self.lesson.former
        if former is not None and self.lesson.changes(self.name.text()):
            return self._may_leave_changes(former)
        if not drawn:
            return True
        answer = ask(
            self,
            self.tr("Keep what you drew here?"),
            self.tr("Drawings that are on no shelf yet: {count}").format(count=len(drawn)),
            [
                ("keep", self.tr("Put them on the shelf")),
                ("drop", self.tr("Throw them away")),
                ("stay", self.tr("Go on teaching")),
            ],
        )
        if answer == "keep":
            self.lesson.keep_drawings()
        return answer in ("keep", "drop")

    def _may_leave_changes(self, former: Taught) -> bool:
        answer = ask(
            self,
            self.tr("Save the changes to {name}?").format(name=former.name),
            self.tr("Without saving, the category stays as it was."),
            [
                ("save", self.tr("Save changes")),
                ("drop", self.tr("Leave it as it was")),
                ("stay", self.tr("Go on teaching")),
            ],
        )
        if answer == "save":
            if self._lack():
                self._show()
                return False
            self.editor.teach(self.lesson.made(self.name.text()))
        return answer in ("save", "drop")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Doodles may be dropped beside the board as well."""
        self.board.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """They are examples all the same."""
        self.board.dropEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for the field or the page that has the focus; Escape leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)
