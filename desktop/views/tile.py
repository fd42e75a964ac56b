"""A small doodle that can be clicked, dragged to elsewhere and, as a slot, dropped onto."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QSizePolicy

from desktop.editor import Editor, has_room
from desktop.paint.cache import washes_for
from desktop.paint.doodles import fill_washes
from desktop.state.doodle import Doodle
from desktop.theme import theme
from desktop.views.arriving import brings_doodles, copy_of
from desktop.views.carrying import DOODLE_MIME, doodle_mime, drag_away, mime_doodle
from desktop.views.words import caption_words

__all__ = ["DOODLE_MIME", "DoodleTile", "doodle_mime", "mime_doodle"]

CAPTION_HEIGHT = 18
ARROWS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)

# After which the keys come back to where they were.
PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
SELECTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class DoodleTile(QAbstractButton):
    """Shows one doodle, or an empty place with a letter.

    Clicking makes the doodle the current one. `slot=True` also accepts drops, and
    tells in `dropped` what comes, as mime data.
    `selectable=True`: with Ctrl or Shift, a click and the space bar ask `on_select` to select it,
    and so does Insert (`selection_changed`); `together` then tells all that are selected.
    `captioned=True`: its name stands beneath. `carried`: it is being dragged.
    """

    dropped = Signal(object)
    selection_changed = Signal()

    def __init__(
        self,
        editor: Editor,
        *,
        slot: bool = False,
        letter: str = "",
        selectable: bool = False,
        captioned: bool = False,
    ) -> None:
        super().__init__()
        self._editor = editor
        self._doodle: Doodle | None = None
        self._press: QPoint | None = None
        self._marked = False
        self._selected = False
        self.selectable = selectable
        self._captioned = captioned
        self._caption: str | None = None
        self.letter = letter
        self.carried = False
        self._ringed = False
        self.on_focus: Callable[[DoodleTile], None] | None = None
        self.on_select: Callable[[DoodleTile, bool], None] | None = None
        self.together: Callable[[], tuple[Doodle, ...]] = tuple
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

    @property
    def caption_height(self) -> int:
        """Of the words beneath; 0 where there are none."""
        return CAPTION_HEIGHT if self._captioned or self._caption is not None else 0

    @property
    def caption(self) -> str:
        """The words beneath."""
        if self._caption is not None:
            return self._caption
        return caption_words(self._doodle) if self._doodle is not None else ""

    def show_caption(self, words: str | None) -> None:
        """These words stand beneath, instead of what else would; None takes them away."""
        if words != self._caption:
            self._caption = words
            self.update()

    def leaving(self) -> tuple[Doodle, ...]:
        """What leaves when it is dragged: its doodle, or all that are selected with it."""
        if self._doodle is None:
            return ()
        selected = self.together() if self._selected else ()
        return selected or (self._doodle,)

    def mark(self, marked: bool) -> None:
        """Rings the tile as the current doodle's."""
        if marked != self._marked:
            self._marked = marked
            self.update()

    @property
    def marked(self) -> bool:
        """Whether it has the ring of the current doodle."""
        return self._marked

    @property
    def selected(self) -> bool:
        """Whether it is one of several that something will be done with."""
        return self._selected

    def select(self, selected: bool) -> None:
        """Selects it or not, without telling."""
        if selected != self._selected:
            self._selected = selected
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
        height = self.height() - self.caption_height
        side = min(self.width(), height) - 2
        rect = QRectF((self.width() - side) / 2, (height - side) / 2, side, side)
        empty = self._doodle is None
        pen = QPen(colors.color(self._rim()), 2 if self._marked or self._ringed else 1)
        if empty:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush if empty else colors.color("page"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        if self._marked and self._ringed:
            painter.setPen(QPen(colors.color("ink"), 1))
            painter.drawRoundedRect(rect.adjusted(3.5, 3.5, -3.5, -3.5), 4, 4)
        if self._doodle is not None:
            inside = rect.adjusted(3, 3, -3, -3)
            ink, paper = colors.color("ink"), colors.color("page")
            fill_washes(painter, inside, washes_for(self._doodle), ink, paper)
        elif self.letter:
            font = painter.font()
            font.setPixelSize(max(11, int(side * 0.36)))
            painter.setFont(font)
            painter.setPen(colors.color("faint"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.letter)
        if self.caption_height and self._doodle is not None:
            self._paint_caption(painter, QRectF(4, height, self.width() - 8, self.caption_height))
        if self._selected:
            self._paint_badge(painter, rect)

    def _rim(self) -> str:
        """The accent's colour for the current doodle, ink where the keys are, else quiet ones."""
        if self._marked:
            return "accent"
        if self._ringed:
            return "ink"
        if self._doodle is None:
            return "faint"
        return "muted" if self.underMouse() else "line"

    def _paint_caption(self, painter: QPainter, rect: QRectF) -> None:
        """The name that a person gave it, or in a quiet colour what else is said of it."""
        if self._doodle is None:
            return
        name = self.caption
        named = name == self._doodle.name
        painter.setPen(theme().colors.color("ink" if named else "muted"))
        # What is said of it may end with a number, which tells it from others.
        words, space, number = name.rpartition(" ")
        if named or not any(letter.isdigit() for letter in number):
            words, space, number = name, "", ""
        metrics = painter.fontMetrics()
        room = int(rect.width()) - metrics.horizontalAdvance(space + number)
        fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room) + space + number
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, fitting)

    def _paint_badge(self, painter: QPainter, rect: QRectF) -> None:
        """A tick in a disc, in the upper right corner."""
        colors = theme().colors
        disc = QRectF(rect.right() - 19, rect.top() + 5, 14, 14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("accent"))
        painter.drawEllipse(disc)
        painter.setPen(QPen(colors.color("on_accent"), 1.8))
        middle = disc.center()
        painter.drawPolyline([middle + QPointF(*at) for at in ((-3, 0), (-1, 2.5), (3.2, -2.5))])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert and Ctrl+Space select; arrows are for whoever arranges the tiles."""
        held = event.modifiers() & SELECTING
        space, insert = (event.key() == key for key in (Qt.Key.Key_Space, Qt.Key.Key_Insert))
        if self.selectable and (insert or (space and held)):
            self._select(event)
        elif event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever arranges the tiles may want to know."""
        super().focusInEvent(event)
        self._ring(event, event.reason() != Qt.FocusReason.MouseFocusReason)
        if self.on_focus is not None:
            self.on_focus(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys are elsewhere."""
        super().focusOutEvent(event)
        self._ring(event, False)

    def event(self, event: QEvent) -> bool:
        """The keys may have gone elsewhere while the window was not in front: no tile is told."""
        comes = event.type() == QEvent.Type.WindowActivate
        if comes and self._ringed and self.window().focusWidget() is not self:
            self._ringed = False
            self.update()
        return super().event(event)

    def _ring(self, event: QFocusEvent, ringed: bool) -> None:
        """Shows that the keys are here; not after a click, which has shown it already."""
        if ringed != self._ringed and event.reason() not in PASSING:
            self._ringed = ringed
            self.update()

    def _select(self, event: QKeyEvent | QMouseEvent) -> None:
        if self._doodle is not None and self.on_select is not None:
            through = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.on_select(self, through)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where a drag might begin; with Ctrl or Shift, selects."""
        if self.selectable and event.modifiers() & SELECTING:
            self._select(event)
            event.accept()
            return
        self._press = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Far enough from the press, the doodle leaves with the pointer."""
        far = QApplication.startDragDistance()
        press, held = self._press, event.buttons() & Qt.MouseButton.LeftButton
        moved = event.position().toPoint() - (press or QPoint())
        if self._doodle is None or press is None or not held or moved.manhattanLength() < far:
            super().mouseMoveEvent(event)
            return
        self.setDown(False)
        self._press = None
        leaving = self.leaving()
        lead = next(i for i, doodle in enumerate(leaving) if doodle is self._doodle)
        self.carried = True
        try:
            drag_away(self, leaving, lead)
        finally:
            self.carried = False
            # Nobody tells a tile that the pointer left it with a doodle.
            here = self.rect().contains(self.mapFromGlobal(QCursor.pos()))
            self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, here)
            self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Slots take doodles, and pictures that may become one."""
        if brings_doodles(event.mimeData()) and event.source() is not self:
            copy_of(event)
            self.mark(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing after all."""
        self.mark(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Something has come."""
        self.mark(False)
        copy_of(event)
        self.dropped.emit(event.mimeData())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the doodle, also from the keyboard."""
        if self._doodle is None:
            return
        menu = QMenu(self)
        doodle = self._doodle
        menu.addAction(self.tr("Make it the current doodle"), self._choose)
        menu.addSeparator()
        keyframes = self._editor.document.state.keyframes
        add = menu.addAction(self.tr("Add to the morph"))
        add.triggered.connect(lambda: self._editor.add_keyframe(doodle))
        add.setEnabled(has_room(keyframes))
        places = menu.addMenu(self.tr("Set as keyframe"))
        for index in range(len(keyframes)):
            text = chr(ord("A") + index)
            places.addAction(text, partial(self._editor.set_keyframe, index, doodle))
        menu.addAction(self.tr("Add to the mix"), partial(self._editor.add_terms, (doodle,)))
        if self._editor.lesson_open:
            learn = partial(self._editor.to_learn.emit, self.leaving())
            menu.addAction(self.tr("Add to the lesson"), learn)
        menu.addSeparator()
        self.extend_menu(menu, doodle)
        menu.addSeparator()
        icon = theme().icon
        copy, away = self.tr("Copy"), self.tr("Take it away as a picture…")
        menu.addAction(icon("copy"), copy, partial(self._editor.to_copy.emit, doodle))
        menu.addAction(icon("export"), away, partial(self._editor.to_take_away.emit, doodle))
        menu.exec(event.globalPos())
        menu.deleteLater()

    def extend_menu(self, menu: QMenu, doodle: Doodle) -> None:
        """Adds what else can be done with the doodle where this tile is."""
        keep = menu.addAction(self.tr("Keep it on the shelf"))
        keep.triggered.connect(partial(self._editor.keep, (doodle,)))

    def _choose(self) -> None:
        if self._doodle is not None:
            self._editor.adopt(self._doodle)
