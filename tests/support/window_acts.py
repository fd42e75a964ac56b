"""What a person does at the window, as real events on real widgets."""

from unittest.mock import patch

import numpy as np
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAction,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.canvas.widget import Canvas
from desktop.examples import load_example
from desktop.state.ink import Ink
from desktop.window import MainWindow

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


def drag(widget: QWidget, points: list[QPoint], button: Qt.MouseButton = LEFT) -> None:
    """Presses at the first point, moves through the others, lets go at the last."""
    QTest.mousePress(widget, button, pos=points[0])
    for point in points[1:]:
        move(widget, point, button)
    QTest.mouseRelease(widget, button, pos=points[-1])


def move(widget: QWidget, point: QPoint, held: Qt.MouseButton = LEFT) -> None:
    """Moves with a button held (QTest.mouseMove holds none)."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(widget.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        held,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def draw(canvas: Canvas, ink: Ink) -> None:
    """Draws strokes given in canvas units with the left button."""
    for stroke in ink:
        drag(canvas, [canvas.to_widget(x, y).toPoint() for x, y in stroke.points.tolist()])


def draw_cat(canvas: Canvas) -> int:
    """Draws the example cat; returns the number of its strokes."""
    ink = load_example("cat")
    draw(canvas, ink)
    return len(ink)


def settled(window: MainWindow, qtbot: QtBot) -> None:
    """On a busy machine the model answers from the background, a moment after the hand."""
    qtbot.waitUntil(lambda: window.editor.gesture == 0)


def rows_of(menu: QMenu) -> list[QAction]:
    """The rows of a menu that has been opened and closed again; some are filled only then."""
    menu.popup(QPoint(0, 0))
    menu.close()
    return menu.actions()


def drop(widget: QWidget, data: QMimeData, point: QPointF) -> None:
    """Enters and drops at a point, as another program would."""
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(point.toPoint(), copy, data, LEFT, none)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(point, copy, data, LEFT, none))


def carry(window: QWidget, start: QPoint, end: QPoint, pull: QPoint | None = None) -> None:
    """Drags what is at a point of the window to another one and drops it there.

    The mouse begins it, with a `pull` to the right unless told otherwise; what the desktop does
    then (there is none off screen) is done here.
    """

    def lead(drag: QDrag, *actions: Qt.DropAction) -> Qt.DropAction:
        taker = window.childAt(end)
        while taker is not None and not taker.acceptDrops():
            taker = taker.parentWidget()
        if taker is None:
            return Qt.DropAction.IgnoreAction
        copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        spot, data = taker.mapFrom(window, end), drag.mimeData()
        # Who takes what enters need not say so again at every move.
        enter = QDragEnterEvent(spot, copy, data, LEFT, none)
        enter.ignore()
        onward = QDragMoveEvent(spot, copy, data, LEFT, none)
        onward.accept()
        for event in (enter, onward):
            QApplication.sendEvent(taker, event)
            if not event.isAccepted():
                return Qt.DropAction.IgnoreAction
        QApplication.sendEvent(taker, QDropEvent(QPointF(spot), copy, data, LEFT, none))
        return copy

    carried = window.childAt(start)
    assert carried is not None
    grip = carried.mapFrom(window, start)
    with patch.object(QDrag, "exec", lead):
        QTest.mousePress(carried, LEFT, pos=grip)
        move(carried, grip + (pull or QPoint(QApplication.startDragDistance() + 1, 0)))
    QTest.mouseRelease(carried, LEFT, pos=grip)


def wheel(widget: QWidget, point: QPoint, delta: int) -> None:
    """Turns the wheel over a point; 120 is one notch."""
    event = QWheelEvent(
        QPointF(point),
        QPointF(widget.mapToGlobal(point)),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def pixels(widget: QWidget) -> np.ndarray:
    """What the widget shows, uint8 (height, width, 4)."""
    from PySide6.QtGui import QImage

    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    flat = np.frombuffer(image.constBits(), np.uint8)
    rows = flat.reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4).copy()
