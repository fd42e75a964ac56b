"""The example doodles in one row beneath the page, where there is room for them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from aemodel.errors import DataError
from desktop.canvas.gallery import ExampleGallery, example_picture
from desktop.examples import load_example
from desktop.theme import theme
from desktop.views.words import category_words

SIDE = 40


class ExampleStrip(QWidget):
    """A button for each example of the gallery; a click puts it on the page."""

    def __init__(self, gallery: ExampleGallery) -> None:
        super().__init__()
        self._gallery = gallery
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons: dict[str, QToolButton] = {}
        for name in gallery.buttons:
            button = QToolButton()
            button.setAutoRaise(True)
            button.setIconSize(QSize(SIDE, SIDE))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(gallery.choose, name))
            row.addWidget(button, 1)
            self.buttons[name] = button
        theme().changed.connect(self._tint)
        self._tint()

    def retranslate(self) -> None:
        """Texts."""
        self.setAccessibleName(self.tr("Example doodles"))
        for name, button in self.buttons.items():
            words = self.tr("Example: {name}").format(name=category_words(name))
            button.setAccessibleName(words)
            button.setToolTip(words)

    def _tint(self) -> None:
        ratio, color = self.devicePixelRatioF(), theme().colors.color("muted")
        for name, button in self.buttons.items():
            try:
                button.setIcon(QIcon(example_picture(load_example(name), SIDE, ratio, color)))
            except DataError:
                button.hide()
