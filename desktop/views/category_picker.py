"""A button that picks one category, several, or any."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from desktop.views.words import category_words


class StayingMenu(QMenu):
    """Stays open while several rows are ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ticks without closing."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks without closing."""
        action = self.activeAction()
        if event.text() == " " and action is not None and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)


class CategoryPicker(QToolButton):
    """`chosen` tells the categories, in the model's order; none stands for any."""

    chosen = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self._categories: tuple[str, ...] = ()
        self._picked: tuple[str, ...] = ()
        self._rows: dict[str, QAction] = {}
        self.menu_ = StayingMenu(self)
        self.menu_.setToolTipsVisible(True)
        self.setMenu(self.menu_)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setObjectName("picker")

    def offer(self, categories: tuple[str, ...]) -> None:
        """The categories there are, in words of now."""
        self._categories = categories
        self.menu_.clear()
        self._rows = {}
        for name in ("", *categories):
            words = category_words(name) if name else self.tr("any category")
            row = self.menu_.addAction(words)
            row.setCheckable(True)
            row.triggered.connect(partial(self._toggled, name))
            self._rows[name] = row
            if not name:
                self.menu_.addSeparator()
        self.pick(self._picked)

    def pick(self, picked: tuple[str, ...]) -> None:
        """Shows what is picked, without telling."""
        self._picked = tuple(name for name in self._categories if name in picked)
        for name, row in self._rows.items():
            row.setChecked(name in self._picked if name else not self._picked)
        if not self._picked:
            words = self.tr("any category")
        elif len(self._picked) == 1:
            words = category_words(self._picked[0])
        else:
            words = self.tr("{count} categories").format(count=len(self._picked))
        self.setText(words)

    def _toggled(self, name: str, on: bool = True) -> None:
        picked = set(self._picked) ^ {name} if name else set()
        self.pick(tuple(picked))
        self.chosen.emit(self._picked)
