"""A button that picks one category, several, or any."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QToolButton

from desktop.views.menu_button import give_menu
from desktop.views.staying_menu import StayingMenu
from desktop.views.words import category_words

MANY = 88
"""So many categories picked at once are told in full."""
HEIGHT = 30


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
        """As high as the boxes beside it, in every language; as wide whatever is picked."""
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        return QSize(super().sizeHint().width() - words + self._room(), HEIGHT)

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
            words = self._several(len(self._picked))
        else:
            words = self.words(self._picked[0] if self._picked else "")
        # A long name must not push the panel wide; the menu shows it whole.
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self._room())
        self.setText(short.replace("&", "&&"))

    def _several(self, count: int) -> str:
        return self.tr("{count} categories").format(count=count)

    def _room(self) -> int:
        """For words: what is said of no and of many categories."""
        width = self.fontMetrics().horizontalAdvance
        return max(width(self.words("")), width(self._several(MANY)))

    def _tick(self) -> None:
        for name, row in self._rows.items():
            row.setChecked(name in self._picked if name else not self._picked)

    def step(self, step: int) -> None:
        """Picks the next category alone, or with -1 the one before; before the first is any."""
        names = ("", *self._categories)
        here = names.index(self._picked[0]) if self._picked else 0
        name = names[(here + step) % len(names)]
        self.pick((name,))
        self.chosen.emit(self._picked)

    def _toggled(self, name: str, on: bool = True) -> None:
        picked = set(self._picked) ^ {name} if name else set()
        self.pick(tuple(picked))
        self.chosen.emit(self._picked)
