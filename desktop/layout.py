"""Where the panels are: at first, and as the person left them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, QSettings, QSize, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QTabBar, QTabWidget, QToolButton

from desktop.dropping import PanelDrops
from desktop.theme import GRID
from desktop.views.bare import Bare
from desktop.views.panel import PanelDock

VERSION = 1
FIRST_SIZE = QSize(1280, 832)
# Milliseconds after which sizes are shared: at once, and when texts that wrap have found their
# height at the new width.
DELAYS = (0, 80)
# Rows from above, places from the left; panels that share a place are tabs, the first in front.
ROWS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("draw",), ("seen",), ("map",)),
    (("sketches", "shelf"), ("morph", "mix")),
)


class Layout(QObject):
    """Arranges the docks of a window.

    Until the person moves something, the panels share the window anew whenever its size changes.
    """

    def __init__(self, window: QMainWindow, docks: Mapping[str, PanelDock], file: Path) -> None:
        super().__init__(window)
        self._own = False
        self._arranging = False
        self._held: list[QRect] = []
        self._window = window
        self._docks = docks
        self._file = file
        self._drops = PanelDrops(docks, self)
        window.setDockNestingEnabled(True)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setContentsMargins(GRID, 0, GRID, GRID)
        self._bare = Bare(window, list(docks.values()), self.show_all)
        window.installEventFilter(self)
        for dock in docks.values():
            dock.topLevelChanged.connect(self._moved)
            dock.dockLocationChanged.connect(self._moved)
            dock.rearranged.connect(self._moved)

    def arrange(self) -> None:
        """Puts every panel where `ROWS` says."""
        self._arranging = True
        for dock in self._docks.values():
            self._window.removeDockWidget(dock)
            dock.setFloating(False)
        heads = [[self._docks[place[0]] for place in row] for row in ROWS]
        self._window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, heads[0][0])
        for above, below in pairwise(heads):
            self._window.splitDockWidget(above[0], below[0], Qt.Orientation.Vertical)
        for head in heads:
            for left, right in pairwise(head):
                self._window.splitDockWidget(left, right, Qt.Orientation.Horizontal)
        for row in ROWS:
            for first, *others in row:
                for name in others:
                    self._window.tabifyDockWidget(self._docks[first], self._docks[name])
                self._docks[first].raise_()
        for dock in self._docks.values():
            dock.show()
        self._arranging = False
        self._own = False
        # Now, not later: titles beneath tabs would make the window wider than a small screen.
        for row in ROWS:
            for place in row:
                for name in place:
                    self._docks[name].show_title(len(place) == 1)
        # Sizes can be shared only once the window knows its own.
        QTimer.singleShot(0, self, self._share)

    def show_all(self) -> None:
        """Shows every panel where it was, the first of those that are tabs in front."""
        docks = list(self._docks.values())
        for dock in reversed(docks):
            dock.come()
        docks[0].take_focus()
        for delay in DELAYS:
            QTimer.singleShot(delay, self, self._share_out)

    def restore(self) -> None:
        """Size, place and panels as they were left; else a good first size."""
        stored = QSettings(str(self._file), QSettings.Format.IniFormat)
        geometry, state = stored.value("geometry"), stored.value("state")
        if not (isinstance(geometry, QByteArray) and self._window.restoreGeometry(geometry)):
            room = self._window.screen().availableGeometry().size()
            self._window.resize(FIRST_SIZE.boundedTo(room))
        self.arrange()
        if isinstance(state, QByteArray) and self._window.restoreState(state, VERSION):
            self._own = True

    def walk(self, step: int) -> None:
        """The keys go to the next panel that is in sight, or with -1 to the one before."""
        shown = [dock for dock in self._docks.values() if dock.in_front()]
        focus = self._window.focusWidget()
        inside = [focus is not None and dock.isAncestorOf(focus) for dock in shown]
        here = inside.index(True) if any(inside) else -1 if step > 0 else 0
        if shown:
            shown[(here + step) % len(shown)].take_focus()

    def save(self) -> None:
        """Remembers size, place and panels."""
        stored = QSettings(str(self._file), QSettings.Format.IniFormat)
        stored.setValue("geometry", self._window.saveGeometry())
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

    def _moved(self) -> None:
        if not self._arranging:
            self._own = True
            QTimer.singleShot(0, self, self._tidy_tabs)

    def _tidy_tabs(self) -> None:
        """A tab says its panel's title already; doodles may be dropped there."""
        for dock in self._docks.values():
            dock.show_title(not self._window.tabifiedDockWidgets(dock))
        for bar in self._tab_bars():
            self._drops.watch(bar)
        self.retranslate()

    def _share(self) -> None:
        if self._own:
            self._tidy_tabs()
        else:
            self._share_out()

    def _share_out(self) -> None:
        """Equal columns; the first row as high as square pages with their captions need."""
        self._tidy_tabs()
        layout = self._window.layout()
        if layout is not None:
            layout.activate()  # the docks must know the new size before they share it
        heads = [[self._docks[place[0]] for place in row] for row in ROWS]
        width = self._window.width()
        for row in heads:
            self._window.resizeDocks(row, [width] * len(row), Qt.Orientation.Horizontal)
        room = sum(row[0].height() for row in heads)
        low = min(max(180, room - width // len(heads[0]) - 104), room // 2)
        first = [row[0] for row in heads]
        shares = [room - low] + [low // (len(heads) - 1)] * (len(heads) - 1)
        self._window.resizeDocks(first, shares, Qt.Orientation.Vertical)
