"""The example doodles in one row beneath the page, where there is room for them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from aemodel.errors import DataError
from desktop.canvas.gallery import ExampleGallery, example_picture
from desktop.theme import theme
from desktop.views.carrying import DragOut
from desktop.views.words import category_words

SIDE = 40


class ExampleStrip(QWidget):
    """A button for each example of the gallery; a click puts it on the page; it can be dragged."""

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
            # One stop for the Tab key; from there on the arrow keys walk.
            first = not self.buttons
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if first else Qt.FocusPolicy.NoFocus)
            button.installEventFilter(self)
            button.clicked.connect(partial(gallery.choose, name))
            DragOut(button, partial(gallery.example, name))
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and right go to the next example."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            buttons = list(self.buttons.values())
            if step is not None:
                here = next(i for i, button in enumerate(buttons) if button is watched)
                there = min(max(here + step, 0), len(buttons) - 1)
                buttons[there].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _tint(self) -> None:
        ratio, color = self.devicePixelRatioF(), theme().colors.muted
        for name, button in self.buttons.items():
            try:
                button.setIcon(QIcon(example_picture(name, SIDE, ratio, color)))
            except DataError:
                button.hide()
