"""A small doodle that can be clicked, dragged to elsewhere and, as a slot, dropped onto."""

from __future__ import annotations

import json
from functools import partial

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QSizePolicy

from aemodel.errors import DataError
from desktop.editor import Editor
from desktop.paint.cache import shown_image, washes_for
from desktop.paint.doodles import fill_washes, thumbnail_pixmap
from desktop.state.doodle import Doodle
from desktop.theme import theme

DOODLE_MIME = "application/x-doodlescape-doodle"


def doodle_mime(doodle: Doodle) -> QMimeData:
    """A doodle on its way through drag and drop or the clipboard."""
    data = QMimeData()
    data.setData(DOODLE_MIME, json.dumps(doodle.to_plain()).encode())
    return data


def mime_doodle(data: QMimeData) -> Doodle | None:
    """The doodle that was dropped or pasted, if it is one."""
    if not data.hasFormat(DOODLE_MIME):
        return None
    try:
        return Doodle.from_plain(json.loads(bytes(data.data(DOODLE_MIME).data())))
    except (ValueError, DataError):
        return None


class DoodleTile(QAbstractButton):
    """Shows one doodle, or an empty place with a letter.

    Clicking makes the doodle the current one. `slot=True` also accepts drops (`dropped`).
    """

    dropped = Signal(object)

    def __init__(self, editor: Editor, *, slot: bool = False, letter: str = "") -> None:
        super().__init__()
        self._editor = editor
        self._doodle: Doodle | None = None
        self._press: QPoint | None = None
        self._marked = False
        self.letter = letter
        self.setAcceptDrops(slot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._choose)

    @property
    def doodle(self) -> Doodle | None:
        """What it shows."""
        return self._doodle

    def show_doodle(self, doodle: Doodle | None) -> None:
        """Shows another doodle, or None."""
        if doodle is not self._doodle:
            self._doodle = doodle
            self.update()

    def mark(self, marked: bool) -> None:
        """Rings the tile as the current doodle's."""
        if marked != self._marked:
            self._marked = marked
            self.update()

    def sizeHint(self) -> QSize:
        """A comfortable thumbnail."""
        return QSize(72, 72)

    def minimumSizeHint(self) -> QSize:
        """Still recognisable."""
        return QSize(36, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Page, doodle or letter, and a border that tells hover, focus and current."""
        colors = theme().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - 2
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        empty = self._doodle is None
        ring = self._marked or self.hasFocus() or (self.underMouse() and not empty)
        pen = QPen(colors.color("accent" if ring else "line"), 2 if self._marked else 1)
        if empty:
            pen.setStyle(Qt.PenStyle.DashLine)
            pen.setColor(colors.color("accent" if self.hasFocus() else "faint"))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush if empty else colors.color("page"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        if self._doodle is not None:
            inside = rect.adjusted(3, 3, -3, -3)
            fill_washes(painter, inside, washes_for(self._doodle), colors.color("ink"))
        elif self.letter:
            font = painter.font()
            font.setPixelSize(max(11, int(side * 0.36)))
            painter.setFont(font)
            painter.setPen(colors.color("faint"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.letter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where a drag might begin."""
        self._press = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Far enough from the press, the doodle leaves with the pointer."""
        far = QApplication.startDragDistance()
        moved = event.position().toPoint() - (self._press or QPoint())
        held = event.buttons() & Qt.MouseButton.LeftButton
        if self._doodle is None or not held or moved.manhattanLength() < far:
            super().mouseMoveEvent(event)
            return
        self.setDown(False)
        drag = QDrag(self)
        drag.setMimeData(doodle_mime(self._doodle))
        drag.setPixmap(self._picture())
        drag.setHotSpot(QPoint(32, 32))
        drag.exec(Qt.DropAction.CopyAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Slots take doodles."""
        if event.mimeData().hasFormat(DOODLE_MIME) and event.source() is not self:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A doodle has come."""
        doodle = mime_doodle(event.mimeData())
        if doodle is not None:
            event.acceptProposedAction()
            self.dropped.emit(doodle)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the doodle, also from the keyboard."""
        if self._doodle is None:
            return
        menu = QMenu(self)
        doodle = self._doodle
        menu.addAction(self.tr("Make it the current doodle"), self._choose)
        count = len(self._editor.document.state.keyframes)
        for index in range(count):
            text = self.tr("Set as {letter}").format(letter=chr(ord("A") + index))
            menu.addAction(text, partial(self._editor.set_keyframe, index, doodle))
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _choose(self) -> None:
        if self._doodle is not None:
            self._editor.adopt(self._doodle)

    def _picture(self) -> QPixmap:
        image = None if self._doodle is None else shown_image(self._doodle)
        if image is None:
            return QPixmap()
        ratio = self.devicePixelRatioF()
        return thumbnail_pixmap(image, 64, ratio, theme().colors.color("ink"))
