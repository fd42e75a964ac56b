"""How far something long is, with a button that ends it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from desktop.theme import GRID, theme
from desktop.views.panel import quiet_label
from desktop.views.tips import with_keys


class ProgressRow(QWidget):
    """A thin bar with words; hidden while there is nothing to tell. `ended` when one stops it.

    `stop` is the action that ends it too, along with all else that goes on. A `small` one has its
    words in its tooltip.
    """

    ended = Signal()

    def __init__(self, stop: QAction, *, small: bool = False) -> None:
        super().__init__()
        self._stop, self._small, self._name = stop, small, ""
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.words = quiet_label()
        self.button = QToolButton()
        self.button.setAutoRaise(True)
        self.button.clicked.connect(self.ended)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2 if small else GRID)
        row.addWidget(self.bar, 1)
        row.addWidget(self.words)
        self.words.setVisible(not small)
        row.addWidget(self.button)
        theme().changed.connect(self._show_icon)
        self._show_icon()
        self.hide()

    def name(self, bar: str, stop: str) -> None:
        """What is going on, and what the button does, for tooltips and screen readers."""
        self._name = bar
        self.bar.setAccessibleName(bar)
        self.bar.setToolTip(bar)
        self.button.setAccessibleName(stop)
        self.button.setToolTip(with_keys(stop, self._stop.shortcuts()))

    def show_share(self, done: int, count: int, words: str) -> None:
        """Shows how far it is; `words` is a form with {done} and {count}."""
        of_all = str(count)
        if self.isHidden() or self.bar.maximum() != count:
            # A label without a fixed size has the whole window laid out anew at each of its texts.
            self.words.setText(words.format(done=of_all, count=of_all))
            self.words.ensurePolished()
            self.words.setFixedSize(self.words.sizeHint())
        self.bar.setMaximum(count)
        self.bar.setValue(done)
        self.words.setText(words.format(done=done, count=of_all))
        if self._small:
            self.setToolTip(f"{self._name}: {self.words.text()}")
            self.bar.setToolTip(self.toolTip())
        self.show()

    def _show_icon(self) -> None:
        self.button.setIcon(theme().icon("close"))
