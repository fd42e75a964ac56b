"""The map's legend: categories in their colours; clicking filters them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QHideEvent,
    QIcon,
    QKeyEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from desktop.map.filtering import Shown, toggled
from desktop.map.signs import paint_sign
from desktop.theme import Colors, theme
from desktop.views.tab_stops import stop_after
from desktop.views.words import category_words

GAP = 2
SIGN = 11
# What a button has around its sign, and what a name takes besides its letters, in pixels.
AROUND = 6
BETWEEN = 7


def rows_of(widths: Iterable[int], room: int) -> int:
    """How many rows items of these widths ask for, side by side."""
    rows, x = 1, 0
    for width in widths:
        if x and x + width > room:
            rows, x = rows + 1, 0
        x += width + GAP
    return rows


class FlowLayout(QLayout):
    """Items side by side, in as many rows as the width asks for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """At the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Takes one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """More rows where it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of all rows."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Moves the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """One row."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The largest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.sizeHint())
        return size

    def _shown(self) -> list[QLayoutItem]:
        """Those whose widgets are not hidden."""
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, row = rect.x(), rect.y(), 0
        for item in self._shown():
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, row = rect.x(), y + row + GAP, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + GAP
            row = max(row, size.height())
        return y + row - rect.y()


class Entry(QToolButton):
    """A category's button, no wider than its sign needs, and its name where that is shown.

    `pointed` tells whether the pointer or the focus is on it; `walked`, that an arrow key leaves it
    to the left (-1) or to the right (1).
    """

    pointed = Signal(bool)
    walked = Signal(int)

    def sizeHint(self) -> QSize:
        """Qt's own leaves as much room again; as high without a name as with it."""
        named = self.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
        return QSize(self.width_with(named), self.fontMetrics().height() + 5)

    def width_with(self, named: bool) -> int:
        """Pixels that it takes, with its name or without."""
        name = BETWEEN + self.fontMetrics().horizontalAdvance(self.text())
        return SIGN + AROUND + (name if named else 0)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Pointed at."""
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Not any more."""
        super().leaveEvent(event)
        self.pointed.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pointed at with the keys."""
        super().focusInEvent(event)
        self.pointed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Not any more."""
        super().focusOutEvent(event)
        self.pointed.emit(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody points at what is not there."""
        super().hideEvent(event)
        self.pointed.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go to the next."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.walked.emit(step)


class Legend(QScrollArea):
    """A button for each category: sign and name, or the sign alone where names have no room.

    Pointing at a sign says its name, here and on the map; a right click asks for all names. Where
    there is no room even for signs they scroll. `pointed` tells the index of the one under the
    pointer or with the focus; None: none any more.
    """

    filtered = Signal(object)
    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.shown: Shown = None
        self._most = 0.0
        self._named = True
        self.buttons: list[Entry] = []
        self._made: list[Entry] = []
        self._categories: tuple[str, ...] = ()
        self._inside = QWidget()
        self._inside.setObjectName("legendRows")
        self._flow = FlowLayout(self._inside)
        self.setObjectName("legend")
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme().changed.connect(self._tint)

    def show_categories(self, categories: tuple[str, ...]) -> None:
        """Another model's categories, all of them shown."""
        if categories != self._categories:
            self._categories = categories
            self._flow.setEnabled(False)  # else it places all of them anew with each that comes
            while len(self._made) < len(categories):
                self._add()
            self.buttons = self._made[: len(categories)]
            for index, button in enumerate(self._made):
                button.setVisible(index < len(categories))
            self._flow.setEnabled(True)
            self.retranslate()
        self.show_all()

    def _add(self) -> None:
        """One more button; those of a model with more categories wait for it to come back."""
        index = len(self._made)
        button = Entry(self._inside)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setIconSize(QSize(SIGN, SIGN))
        named = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        button.setToolButtonStyle(named if self._named else Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setProperty("legend", True)
        # One stop for the Tab key, where it belongs; from there on the arrow keys walk.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus if index else Qt.FocusPolicy.TabFocus)
        stop_after(self._made[-1] if index else self._inside, button)
        button.clicked.connect(lambda: self._clicked(index))
        button.pointed.connect(lambda on: self.pointed.emit(index if on else None))
        button.walked.connect(lambda step: self._walk(index, step))
        self._flow.addWidget(button)
        self._made.append(button)

    def limit_height(self, most: float) -> None:
        """How many pixels there are for it, at most; one row in any case."""
        if most != self._most:
            self._most = most
            self._fit()

    def row_height(self) -> int:
        """Of one row, which it has in any case."""
        return max((button.sizeHint().height() for button in self.buttons), default=0)

    def show_all(self) -> None:
        """Takes every filter away."""
        self._show(None)

    def retranslate(self) -> None:
        """Texts."""
        self.setAccessibleName(self.tr("Categories"))
        tip = self.tr(
            "Click: show only this. More clicks add and take away.\nRight click: all by name."
        )
        for button, category in zip(self.buttons, self._categories, strict=True):
            button.setText(category_words(category))
            button.setToolTip(f"{button.text()}\n{tip}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width asks for other rows."""
        super().resizeEvent(event)
        self._fit()

    def _walk(self, index: int, step: int) -> None:
        """The arrow keys go to the next."""
        there = self.buttons[min(max(index + step, 0), len(self.buttons) - 1)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(there, 0, 0)

    def _clicked(self, index: int) -> None:
        self._show(toggled(self.shown, index, len(self.buttons)))

    def _show(self, shown: Shown) -> None:
        changed, self.shown = shown != self.shown, shown
        for index, button in enumerate(self.buttons):
            button.setChecked(shown is not None and index in shown)
        self._tint()
        if changed:
            self.filtered.emit(shown)

    def _tint(self) -> None:
        for index, button in enumerate(self.buttons):
            faded = self.shown is not None and index not in self.shown
            button.setIcon(_picture(index, faded, self.devicePixelRatioF(), theme().colors))

    def _fit(self) -> None:
        row = self.row_height()
        # As without a scroll bar: one that comes and goes would have the names come and go.
        room = max(1, self.maximumViewportSize().width())
        height = 0
        for named in (True, False):
            widths = [button.width_with(named) for button in self.buttons]
            height = rows_of(widths, room) * (row + GAP) - GAP
            if height <= self._most:
                break
        self._show_names(named)
        # Qt keeps one that is there where things have room only without it.
        policies = Qt.ScrollBarPolicy
        room_for_all = self.height() >= height
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAlwaysOff if room_for_all else policies.ScrollBarAsNeeded
        )
        # It can be lower, or it would keep a window that gets smaller from doing so.
        self.setMinimumHeight(row)
        self.setMaximumHeight(max(row, min(height, round(self._most))))

    def sizeHint(self) -> QSize:
        """As high as it may be."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def _show_names(self, named: bool) -> None:
        beside, alone = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
            Qt.ToolButtonStyle.ToolButtonIconOnly,
        )
        if named != self._named:
            self._named = named
            self._flow.setEnabled(False)  # laid out once, not with each
            for button in self._made:
                button.setToolButtonStyle(beside if named else alone)
            self._flow.setEnabled(True)
            self._flow.invalidate()


@lru_cache(maxsize=256)
def _picture(index: int, faded: bool, ratio: float, colors: Colors) -> QIcon:
    """A category's sign; in no colour where it is not shown."""
    side = round(SIGN * ratio)
    pixmap = QPixmap(side, side)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    grey = colors.color("line") if faded else None
    paint_sign(painter, QPointF(SIGN / 2, SIGN / 2), SIGN / 2 - 1.5, index, grey)
    painter.end()
    return QIcon(pixmap)
