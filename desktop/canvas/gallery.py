"""The project's own doodles to start from, in a small gallery that pops up."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache, partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QToolButton, QWidget

from aemodel.errors import DataError
from desktop.canvas.pen import paint_ink
from desktop.context import Context
from desktop.examples import example_names, load_example
from desktop.problems import problem_words
from desktop.state.doodle import Doodle
from desktop.state.ink import CANVAS_ORIGIN, CANVAS_SIDE
from desktop.state.origin import Example
from desktop.state.placing import centred
from desktop.theme import GRID, theme
from desktop.views.carrying import DragOut
from desktop.views.words import category_words

COLUMNS = 4
SIDE = 64


class ExampleGallery(QFrame):
    """One button an example; a click puts its ink on the page as one step."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("gallery")
        self._editor = context.editor
        self.buttons: dict[str, QToolButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(GRID, GRID, GRID, GRID)
        grid.setSpacing(4)
        for number, name in enumerate(example_names()):
            button = QToolButton()
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(QSize(SIDE, SIDE))
            button.setAutoRaise(True)
            button.clicked.connect(partial(self.choose, name))
            DragOut(button, partial(self.example, name))
            grid.addWidget(button, number // COLUMNS, number % COLUMNS)
            self.buttons[name] = button

    def retranslate(self) -> None:
        """Texts."""
        self.setAccessibleName(self.tr("Example doodles"))
        for name, button in self.buttons.items():
            word = category_words(name)
            button.setText(word)
            button.setAccessibleName(self.tr("Example: {name}").format(name=word))
            button.setToolTip(self.tr("Put this doodle on the page; undo brings yours back"))

    def popup_below(self, top: QPoint) -> None:
        """Shows it centred below a point of the screen, in the colours of now."""
        color, ratio = theme().colors.ink, self.devicePixelRatioF()
        for name, button in self.buttons.items():
            try:
                button.setIcon(QIcon(example_picture(name, SIDE, ratio, color)))
            except DataError as error:
                button.setEnabled(False)
                button.setToolTip(problem_words(error))
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = min(top.x() - self.width() // 2, screen.right() - self.width())
        self.move(max(screen.left(), left), top.y())
        self.show()
        first = next(iter(self.buttons.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk through the doodles, Escape leaves."""
        buttons = list(self.buttons.values())
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -COLUMNS,
            Qt.Key.Key_Down: COLUMNS,
        }
        step, focus = steps.get(Qt.Key(event.key())), self.focusWidget()
        if step is None or not isinstance(focus, QToolButton) or focus not in buttons:
            super().keyPressEvent(event)
            return
        place = buttons.index(focus) + step
        if 0 <= place < len(buttons):
            buttons[place].setFocus()

    def choose(self, name: str) -> None:
        """Puts an example on the page, as one step."""
        self.hide()
        self._editor.change(self.tr("Example doodle"), current=self.example(name))

    def example(self, name: str) -> Doodle:
        """An example in the middle of the page, as the open model sees it."""
        doodle = self._editor.engine.from_ink(centred(load_example(name)))
        return replace(doodle, origin=Example(name))


@lru_cache(maxsize=128)
def example_picture(name: str, side: int, ratio: float, color: str) -> QPixmap:
    """An example as an icon, in its middle; side in logical pixels. Raises DataError."""
    ink = centred(load_example(name))
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / CANVAS_SIDE, side / CANVAS_SIDE)
    painter.translate(-CANVAS_ORIGIN, -CANVAS_ORIGIN)
    paint_ink(painter, ink, 8.0, QColor(color))
    painter.end()
    return pixmap
