"""Many tiles: as large as lets them all be in sight; from a smallest size on, they scroll."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from desktop.views.tab_stops import stop_after
from desktop.views.tile import CAPTION_HEIGHT, DoodleTile

GAP = 4
EDGE = 16
# Of a tile whose caption is to be read.
READABLE = 96


class TileArea(QScrollArea):
    """Shows tiles in rows. One of them is a stop for the Tab key; arrow keys walk on from there.

    Those that can be selected are so as elsewhere: Ctrl adds one, Shift all up to one, and what
    was clicked before is one of them. `beside` tells of a click between or beside them.
    """

    beside = Signal()

    def __init__(self, smallest: int = 52, largest: int = 240, *, captioned: bool = False) -> None:
        super().__init__()
        self._smallest = smallest
        self._largest = largest
        self._captioned = captioned
        self._caption = CAPTION_HEIGHT if captioned else 0
        self._tiles: list[DoodleTile] = []
        self._stop: DoodleTile | None = None
        self._anchor: DoodleTile | None = None
        self._clicked: DoodleTile | None = None
        self._wanted: DoodleTile | None = None
        self._columns = 1
        self._inner = QWidget()
        self._inner.setObjectName("tiles")
        self._line = QFrame(self._inner)
        self._line.setObjectName("dropLine")
        self._line.hide()
        self._last: QWidget = self._inner
        self.setWidget(self._inner)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        self._inner.setAutoFillBackground(False)

    @property
    def columns(self) -> int:
        """How many tiles a row has."""
        return self._columns

    def adopt(self, tile: DoodleTile) -> None:
        """Makes the tile one of these, hidden until it is shown."""
        if tile.parent() is self._inner:
            return
        tile.setParent(self._inner)
        tile.hide()
        tile.on_focus = self._be_one_stop
        tile.on_select = self._select
        tile.clicked.connect(partial(self._begin_at, tile))
        # Among the stops of its panel, not behind all others of the window.
        stop_after(self._last, tile)
        self._last = tile

    def show_tiles(self, tiles: Sequence[DoodleTile]) -> None:
        """Shows these, in this order, and hides those shown before."""
        for tile in set(self._tiles) - set(tiles):
            tile.hide()
        self._tiles = list(tiles)
        least = CAPTION_HEIGHT if self._captioned else 0
        self._caption = max((tile.caption_height for tile in tiles), default=least)
        for tile in tiles:
            self.adopt(tile)
            tile.show()
        self._be_one_stop(self._stop)
        self._arrange()

    def take_keys(self) -> bool:
        """The keys are for the tile that the Tab key comes to; False where there is none."""
        if self._stop is not None:
            self._stop.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._stop is not None

    def reveal(self, tile: DoodleTile) -> None:
        """Scrolls until it is whole in sight; where the area is hidden, as soon as it is shown."""
        self._wanted = tile
        self._scroll_to_wanted()

    def select_all(self) -> None:
        """All of them, or none if they are selected already."""
        everything = all(tile.selected for tile in self._tiles)
        self._change_selected(() if everything else self._tiles, self._tiles)

    def index_at(self, point: QPoint) -> int:
        """Before which tile something dropped at `point` (of this widget) belongs."""
        point = self._inner.mapFrom(self, point)
        for index, tile in enumerate(self._tiles):
            box = tile.geometry()
            if point.y() < box.bottom() and point.x() < box.center().x():
                return index
            if point.y() < box.top():
                return index
        return len(self._tiles)

    def show_place(self, point: QPoint | None) -> None:
        """A line where something dropped at `point` (of this widget) would come; None hides it.

        Near the upper and the lower edge it scrolls.
        """
        if point is None or not self._tiles:
            self._line.hide()
            return
        bar = self.verticalScrollBar()
        if point.y() < EDGE:
            bar.setValue(bar.value() - EDGE)
        elif point.y() > self.height() - EDGE:
            bar.setValue(bar.value() + EDGE)
        index = self.index_at(point)
        box = self._tiles[min(index, len(self._tiles) - 1)].geometry()
        left = box.left() if index < len(self._tiles) else box.right() + 1 + GAP
        self._line.setGeometry(max(0, left - GAP // 2 - 1), box.top(), 3, box.width())
        self._line.raise_()
        self._line.show()

    def sizeHint(self) -> QSize:
        """Two rows of comfortable tiles."""
        return QSize(6 * 76, 2 * 76)

    def minimumSizeHint(self) -> QSize:
        """A row of small ones; passing captions make room for themselves."""
        caption = CAPTION_HEIGHT if self._captioned else 0
        return QSize(3 * self._smallest, self._smallest + caption + GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the size of the tiles anew."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """What has come meanwhile is in sight."""
        super().showEvent(event)
        self._scroll_to_wanted()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Whatever no tile has taken."""
        self.beside.emit()
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, right, up and down; the first and the last. With Shift it selects on the way."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        here = next((i for i, tile in enumerate(self._tiles) if tile.hasFocus()), None)
        if here is not None:
            steps |= {Qt.Key.Key_Home: -here, Qt.Key.Key_End: len(self._tiles) - 1 - here}
        step = steps.get(Qt.Key(event.key()))
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if here is None or step is None or held:
            event.ignore()
            return
        there = here + step
        if 0 <= there < len(self._tiles):
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._anchor = self._tiles[there]
            elif self._tiles[here].selectable:
                before, now = (self._up_to(self._tiles[at]) for at in (here, there))
                self._change_selected(now, before)
            self._tiles[there].setFocus(Qt.FocusReason.TabFocusReason)
            self.reveal(self._tiles[there])

    def _scroll_to_wanted(self) -> None:
        if self._wanted in self._tiles and self.isVisible():
            self.ensureWidgetVisible(self._wanted, 0, GAP)
            self._wanted = None

    def _select(self, tile: DoodleTile, through: bool) -> None:
        """This one, or if it is selected already not; `through`: all that lie on the way to it."""
        if through:
            self._change_selected(self._up_to(tile))
            return
        several = any(one.selected for one in self._tiles)
        # As in any list, a click has chosen the first of several.
        click = [one for one in self._tiles if one.marked and one is self._clicked]
        first = [one for one in click if one is not tile and not several]
        self._anchor = tile
        self._change_selected(first if tile.selected else [*first, tile], [tile])

    def _begin_at(self, tile: DoodleTile) -> None:
        self._anchor = self._clicked = tile

    def _up_to(self, tile: DoodleTile) -> list[DoodleTile]:
        """From where selecting began to this one."""
        if self._anchor not in self._tiles:
            self._anchor = next((one for one in self._tiles if one.marked), tile)
        first, last = sorted(map(self._tiles.index, (self._anchor, tile)))
        return self._tiles[first : last + 1]

    def _change_selected(
        self, to: Sequence[DoodleTile], instead_of: Sequence[DoodleTile] = ()
    ) -> None:
        for tile in {*to, *instead_of}:
            tile.select(tile in to)
        for tile in (*to, *instead_of)[:1]:
            tile.selection_changed.emit()

    def _be_one_stop(self, stop: DoodleTile | None) -> None:
        """The Tab key comes back to this tile, or else to the first that takes the focus."""
        none, strong = Qt.FocusPolicy.NoFocus, Qt.FocusPolicy.StrongFocus
        able = [tile for tile in self._tiles if tile.focusPolicy() != none]
        self._stop = stop if stop in able else next(iter(able), None)
        for tile in able:
            wanted = strong if tile is self._stop else Qt.FocusPolicy.ClickFocus
            if tile.focusPolicy() != wanted:
                tile.setFocusPolicy(wanted)

    def _arrange(self) -> None:
        count = len(self._tiles)
        room = self.maximumViewportSize()
        if not count:
            self._inner.resize(room)
            return

        def side_of(columns: int) -> int:
            rows = -(-count // columns)
            wide = (room.width() - (columns - 1) * GAP) // columns
            return min(wide, (room.height() - (rows - 1) * GAP) // rows - self._caption)

        smallest = max(self._smallest, 0 if self._captioned else READABLE * bool(self._caption))
        columns = max(range(1, count + 1), key=side_of)
        side, width = min(side_of(columns), self._largest), room.width()
        if side < smallest:
            width -= self.verticalScrollBar().sizeHint().width()
            columns = max(1, (width + GAP) // (smallest + GAP))
            side = (width + GAP) // columns - GAP
        self._columns = columns
        rows = -(-count // columns)
        height = rows * (side + self._caption + GAP) - GAP
        self._inner.resize(width, max(height, min(height, room.height())))
        left = max(0, (width - columns * (side + GAP) + GAP) // 2)
        top = max(0, (room.height() - height) // 2)
        if top:
            self._inner.resize(width, room.height())
        for index, tile in enumerate(self._tiles):
            x = left + index % columns * (side + GAP)
            y = top + index // columns * (side + self._caption + GAP)
            tile.setGeometry(QRect(x, y, side, side + self._caption))
