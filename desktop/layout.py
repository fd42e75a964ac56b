"""Where the panels are: at first, and as the person left them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, QSettings, QSize, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QTabWidget, QToolButton

from desktop.arrangement import Box, Node, Place, Side, Split, arrangement, extent, moved, places
from desktop.dropping import PanelDrops
from desktop.fronts import Fronts
from desktop.theme import GRID
from desktop.views.bare import Bare
from desktop.views.panel import PanelDock

VERSION = 1
FIRST_SIZE = QSize(1280, 832)
# Milliseconds after which sizes are shared: at once, and when texts that wrap have found their
# height at the new width.
DELAYS = (0, 80)
# Rows from above, places from the left; panels that share a place are tabs, the first in front.
ROWS: tuple[tuple[Place, ...], ...] = (
    (("draw",), ("seen",), ("map",)),
    (("sketches", "shelf"), ("morph", "mix")),
)
TREE = Split(True, tuple(Split(False, row) for row in ROWS))


class Layout(QObject):
    """Arranges the docks of a window.

    Until the person moves something, the panels share the window anew whenever its size changes.
    """

    def __init__(self, window: QMainWindow, docks: Mapping[str, PanelDock], file: Path) -> None:
        super().__init__(window)
        self._own = False
        self._arranging = False
        self._bared = False
        self._held: list[QRect] = []
        self._window = window
        self._docks = docks
        self._file = file
        self._drops = PanelDrops(docks, self)
        self._fronts = Fronts(window, docks)
        window.setDockNestingEnabled(True)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setContentsMargins(GRID, 0, GRID, GRID)
        self._bare = Bare(window, list(docks.values()), self.show_all)
        window.installEventFilter(self)
        for dock in docks.values():
            dock.topLevelChanged.connect(partial(self._carried, dock))
            dock.dockLocationChanged.connect(partial(self._carried, dock))
            dock.rearranged.connect(partial(self._carried, dock))
            dock.rearranged.connect(self._came_or_went)

    def arrange(self) -> None:
        """Puts every panel where `ROWS` says."""
        if self._fronts.carrying:
            return
        self._arranging = True
        self._fronts.forget()
        self._build(TREE)
        for place in places(TREE):
            self._docks[place[0]].raise_()
        self._arranging = False
        self._own = False
        # Now, not later: titles beneath tabs would make the window wider than a small screen.
        for place in places(TREE):
            for name in place:
                self._docks[name].show_title(len(place) == 1)
        # Sizes can be shared only once the window knows its own.
        QTimer.singleShot(0, self, self._share)

    def current(self) -> str:
        """The name of the panel that has the keys; empty if none has."""
        focus = self._window.focusWidget()
        having = (n for n, dock in self._docks.items() if focus and dock.isAncestorOf(focus))
        return next(having, "")

    def move(self, name: str, side: Side) -> str:
        """Moves a panel that is in sight one step; what hinders it, in a sentence, or ""."""
        if self._fronts.carrying:
            return ""
        boxes = self._boxes()
        tree = moved(boxes, name, side)
        if tree == arrangement(boxes):
            return self.tr("The panel cannot go further to this side.")
        focus, size = self._window.focusWidget(), self._window.size()
        before = self._window.saveState(VERSION)
        self._fronts.note()
        self._fronts.unsettle(self._docks[name])
        hidden = [name for name, dock in self._docks.items() if dock.isHidden()]
        self._arranging = True
        self._window.setUpdatesEnabled(False)
        self._build(tree)
        for one in hidden:
            self._stack((self._companion(one, hidden), one))
        self._settle()
        fits = self._window.size() == size  # or else it has grown
        if fits:
            self._fronts.bring()
            self._spread(tree, {one: box for place, box in boxes.items() for one in place})
        else:
            self._window.restoreState(before, VERSION)
            self._settle()
            self._window.resize(size)
        self._window.setUpdatesEnabled(True)
        self._arranging = False
        if fits:
            self._moved()
        else:
            self._settle_moved()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        return "" if fits else self.tr("There is no room for the panel there; enlarge the window.")

    def _boxes(self) -> dict[Place, Box]:
        """Where the panels are that are not hidden."""
        self._settle()
        boxes: dict[Place, Box] = {}
        for dock in self._docks.values():
            if dock.isHidden():
                continue
            tabs = {dock, *self._window.tabifiedDockWidgets(dock)}
            # Those behind a tab are out of the window.
            front = next((d for d in tabs if self._window.rect().intersects(d.geometry())), dock)
            place = tuple(n for n, d in self._docks.items() if d in tabs and not d.isHidden())
            boxes[place] = _box(front)
        return boxes

    def _companion(self, name: str, hidden: Collection[str]) -> str:
        """With which panel a hidden one comes back: the nearest in the order of the menu."""
        names = list(self._docks)
        return min(
            (other for other in names if other not in hidden),
            key=lambda other: abs(names.index(other) - names.index(name)),
        )

    def _build(self, tree: Node) -> None:
        """Shows the docks of a tree where it says, and no others."""
        for dock in self._docks.values():
            self._window.removeDockWidget(dock)
            dock.setFloating(False)
        self._window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self._head(tree))
        self._divide(tree)
        for place in places(tree):
            self._stack(place)
            for name in place:
                self._docks[name].show()

    def _divide(self, tree: Node) -> None:
        """The first dock of a node has all its room; the others take theirs from it."""
        if not isinstance(tree, Split):
            return
        for before, after in pairwise(tree.parts):
            self._window.splitDockWidget(self._head(before), self._head(after), _way(tree))
        for part in tree.parts:
            self._divide(part)

    def _stack(self, place: Place) -> None:
        first, *others = place
        for name in others:
            self._window.tabifyDockWidget(self._docks[first], self._docks[name])

    def _head(self, tree: Node) -> PanelDock:
        return self._docks[next(places(tree))[0]]

    def _spread(self, tree: Node, boxes: Mapping[str, Box]) -> None:
        """Every part as large, beside the others, as what is in it has been."""
        if not isinstance(tree, Split):
            return
        heads = [self._head(part) for part in tree.parts]
        sizes = [extent(part, boxes, tree.down) for part in tree.parts]
        self._window.resizeDocks(heads, sizes, _way(tree))
        for part in tree.parts:
            self._spread(part, boxes)

    def show_all(self) -> None:
        """Shows every panel where it was, the first of those that are tabs in front."""
        docks = list(self._docks.values())
        for dock in reversed(docks):
            dock.come()
        docks[0].take_focus()
        self._bared = True
        self._came_or_went()

    def restore(self) -> None:
        """Size, place and panels as they were left; else a good first size."""
        stored = QSettings(str(self._file), QSettings.Format.IniFormat)
        geometry, state = stored.value("geometry"), stored.value("state")
        if not (isinstance(geometry, QByteArray) and self._window.restoreGeometry(geometry)):
            room = self._window.screen().availableGeometry().size()
            self._window.resize(FIRST_SIZE.boundedTo(room))
        self.arrange()
        self._arranging = True
        if isinstance(state, QByteArray) and self._window.restoreState(state, VERSION):
            self._own = True
        self._arranging = False
        self._came_or_went()

    def walk(self, step: int) -> None:
        """The keys go to the next panel that is in sight, or with -1 to the one before."""
        shown = [name for name, dock in self._docks.items() if dock.in_front()]
        name = self.current()
        here = shown.index(name) if name in shown else -1 if step > 0 else 0
        if shown:
            self._docks[shown[(here + step) % len(shown)]].take_focus()

    def save(self) -> None:
        """Remembers size, place and panels; not where one hangs at the mouse."""
        stored = QSettings(str(self._file), QSettings.Format.IniFormat)
        stored.setValue("geometry", self._window.saveGeometry())
        if not self._fronts.carrying:
            stored.setValue("state", self._window.saveState(VERSION) if self._own else None)
        stored.sync()

    def retranslate(self) -> None:
        """What the empty window says; names of tab bars, and of their arrows.

        Qt names those only when it makes them.
        """
        self._bare.retranslate()
        arrows = {"ScrollLeftButton": self.tr("Scroll left")}
        arrows["ScrollRightButton"] = self.tr("Scroll right")
        for bar in self._tab_bars():
            bar.setAccessibleName(self.tr("Panels that share a place"))
            for arrow in bar.findChildren(QToolButton):
                arrow.setAccessibleName(arrows.get(arrow.objectName(), ""))

    def _tab_bars(self) -> list[QTabBar]:
        here = Qt.FindChildOption.FindDirectChildrenOnly
        return list(self._window.findChildren(QTabBar, options=here))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window itself gets the mouse only between the panels: a border may be moved there."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._held = self._places()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            if self._held != self._places():
                self._moved()
        elif event.type() == QEvent.Type.Resize:
            for delay in DELAYS:
                QTimer.singleShot(delay, self, self._share)
        return False

    def _places(self) -> list[QRect]:
        return [dock.geometry() for dock in self._docks.values()]

    def _carried(self, dock: PanelDock, *_: object) -> None:
        if not self._arranging:
            self._fronts.unsettle(dock)
            self._moved()

    def _came_or_went(self) -> None:
        """Once all are hidden, Qt has forgotten how wide they were: they share the window anew."""
        hidden = [dock.isHidden() for dock in self._docks.values()]
        self._bared = self._bared or all(hidden)
        if self._bared:
            for delay in DELAYS:
                QTimer.singleShot(delay, self, self._share_out)
        self._bared = self._bared and any(hidden)

    def _moved(self) -> None:
        if not self._arranging:
            self._own = True
            self._fronts.unsettle()
            QTimer.singleShot(0, self, self._settle_moved)

    def _settle_moved(self) -> None:
        self._fronts.bring()
        self._tidy_tabs()

    def _tidy_tabs(self) -> None:
        """A tab says its panel's title already; doodles may be dropped there."""
        for dock in self._docks.values():
            dock.show_title(not self._window.tabifiedDockWidgets(dock))
        for bar in self._tab_bars():
            self._drops.watch(bar)
        self.retranslate()

    def _settle(self) -> None:
        """The docks know their new size at once, instead of after the events that wait."""
        layout = self._window.layout()
        if layout is not None:
            layout.activate()

    def _share(self) -> None:
        self._fronts.note()
        if self._own:
            self._tidy_tabs()
        else:
            self._share_out()

    def _share_out(self) -> None:
        """Equal columns; the first row as high as square pages with their captions need."""
        self._tidy_tabs()
        self._settle()
        heads = [[self._docks[place[0]] for place in row] for row in ROWS]
        width = self._window.width()
        for row in heads:
            self._window.resizeDocks(row, [width] * len(row), Qt.Orientation.Horizontal)
        room = sum(row[0].height() for row in heads)
        low = min(max(180, room - width // len(heads[0]) - 104), room // 2)
        first = [row[0] for row in heads]
        shares = [room - low] + [low // (len(heads) - 1)] * (len(heads) - 1)
        self._window.resizeDocks(first, shares, Qt.Orientation.Vertical)


def _way(split: Split) -> Qt.Orientation:
    return Qt.Orientation.Vertical if split.down else Qt.Orientation.Horizontal


def _box(dock: QDockWidget) -> Box:
    at = dock.geometry()
    return Box(at.left(), at.top(), at.left() + at.width(), at.top() + at.height())
