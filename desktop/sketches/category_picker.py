"""A button that picks one category, several, or any."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCursor, QHideEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QToolButton, QWidget

from desktop.views.menu_button import give_menu
from desktop.views.words import category_words

WIDEST = 96
HEIGHT = 30


class StayingMenu(QMenu):
    """Stays open while several rows are ticked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._opened_at = QPoint()
        self._meant = False
        self._typed = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._forget_typed)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed is over."""
        self._pause.stop()
        self._forget_typed()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The click that opens a tall menu ends over one of its rows, which it does not mean."""
        self._opened_at, self._meant = QCursor.pos(), False
        super().showEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """This one means what is under it."""
        self._meant = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ticks without closing."""
        way = event.globalPosition().toPoint() - self._opened_at
        if not (self._meant or way.manhattanLength() > QApplication.startDragDistance()):
            return
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks without closing; letters go to the row that begins with them."""
        action, typed = self.activeAction(), event.text().casefold()
        if typed == " " and action is not None and action.isCheckable():
            action.trigger()
            return
        if typed.strip() and typed.isprintable():
            row = self._beginning_with(self._typed + typed) or self._beginning_with(typed)
            if row is not None:
                both = self._beginning_with(self._typed + typed) is row
                self._typed = self._typed + typed if both else typed
                self._pause.start(QApplication.keyboardInputInterval())
                self.setActiveAction(row)
                return
        super().keyPressEvent(event)

    def _beginning_with(self, typed: str) -> QAction | None:
        rows = (row for row in self.actions() if row.isCheckable())
        return next((row for row in rows if row.text().casefold().startswith(typed)), None)

    def _forget_typed(self) -> None:
        self._typed = ""


class CategoryPicker(QToolButton):
    """`chosen` tells the categories, in the order shown; none stands for any.

    Those of one's own stand in a group of their own, with the actions to teach another and to
    change one.
    """

    chosen = Signal(tuple)

    def __init__(self, teach: QAction, change: QAction) -> None:
        super().__init__()
        self._teach, self._change = teach, change
        self._categories: tuple[str, ...] = ()
        self._own: Mapping[str, str] = {}
        self._picked: tuple[str, ...] = ()
        self._rows: dict[str, QAction] = {}
        self.menu_ = StayingMenu(self)
        self.menu_.setObjectName("categories")
        self.menu_.setToolTipsVisible(True)
        self.menu_.aboutToShow.connect(self._fill)
        give_menu(self, self.menu_)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setObjectName("picker")

    def sizeHint(self) -> QSize:
        """As high as the boxes beside it, in every language."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self.sizeHint()

    def offer(self, categories: tuple[str, ...], own: Mapping[str, str]) -> None:
        """The categories there are: those of the model, and one's own, by their keys."""
        self._categories = (*own, *categories)
        self._own = dict(own)
        self._rows = {}
        self.menu_.clear()
        if self.menu_.isVisible():
            self._fill()
        self.pick(self._picked)

    def _fill(self) -> None:
        """The rows, not before the menu is opened: a model has many, and most never are."""
        if self._rows:
            return
        self._add_row("")
        self.menu_.addSeparator()
        if self._own:
            head = self.menu_.addAction(self.tr("Yours"))
            head.setProperty("remark", True)
            head.setEnabled(False)
        for key in self._own:
            self._add_row(key)
        self.menu_.addAction(self._teach)
        if self._own:
            self.menu_.addAction(self._change)
        self.menu_.addSeparator()
        for name in self._categories[len(self._own) :]:
            self._add_row(name)
        self._tick()

    def words(self, name: str) -> str:
        """What a category is called in the language of the window."""
        if not name:
            return self.tr("any category")
        # Names that people gave are nobody's to translate.
        return self._own[name] if name in self._own else category_words(name)

    def _add_row(self, name: str) -> None:
        row = self.menu_.addAction(self.words(name).replace("&", "&&"))
        row.setCheckable(True)
        row.triggered.connect(partial(self._toggled, name))
        self._rows[name] = row

    def pick(self, picked: tuple[str, ...]) -> None:
        """Shows what is picked, without telling."""
        self._picked = tuple(name for name in self._categories if name in picked)
        self._tick()
        if len(self._picked) > 1:
            words = self.tr("{count} categories").format(count=len(self._picked))
        else:
            words = self.words(self._picked[0] if self._picked else "")
        # A long name must not push the panel wide; the menu shows it whole.
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, WIDEST)
        self.setText(short.replace("&", "&&"))

    def _tick(self) -> None:
        for name, row in self._rows.items():
            row.setChecked(name in self._picked if name else not self._picked)

    def _toggled(self, name: str, on: bool = True) -> None:
        picked = set(self._picked) ^ {name} if name else set()
        self.pick(tuple(picked))
        self.chosen.emit(self._picked)
