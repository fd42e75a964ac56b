"""What is dropped on the frame of a panel, or on its tab, goes to the panel."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QTabBar

from desktop.views.arriving import copy_of
from desktop.views.panel import Panel, PanelDock


class PanelDrops(QObject):
    """Watches docks and the bars of their tabs.

    A panel that does not care leaves the drop to the window; one that refuses it shows so, and
    nobody else gets it.
    """

    def __init__(self, docks: Mapping[str, PanelDock], parent: QObject) -> None:
        super().__init__(parent)
        self._docks = docks
        for dock in docks.values():
            dock.setAcceptDrops(True)
            dock.installEventFilter(self)

    def watch(self, bar: QTabBar) -> None:
        """A doodle dragged over a tab opens it; dropped there, it is for that panel."""
        if not bar.acceptDrops():
            bar.setAcceptDrops(True)
            bar.setChangeCurrentOnDrag(True)
            bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accepts, refuses, and hands over."""
        if not isinstance(event, QDropEvent) or not isinstance(watched, PanelDock | QTabBar):
            return False
        spot = event.position().toPoint()
        tabs = isinstance(watched, QTabBar)
        panel = self._panel(watched, spot)
        if tabs and event.type() != QEvent.Type.Drop:
            watched.event(event)  # opens what the pointer rests on, and would refuse the rest
        welcome = panel is not None and panel.welcomes(event.mimeData())
        if event.type() == QEvent.Type.DragEnter and (tabs or welcome is not None):
            copy_of(event)  # whoever wants to refuse it must have let it in
        elif welcome:
            copy_of(event)
        else:
            event.ignore()
        if event.type() == QEvent.Type.Drop and welcome and panel is not None:
            at = QPoint() if tabs else panel.mapFrom(watched, spot)
            panel.drop_beside(event.mimeData(), at)
        return True

    def _panel(self, watched: PanelDock | QTabBar, spot: QPoint) -> Panel | None:
        if isinstance(watched, PanelDock):
            return watched.panel
        title = watched.tabText(watched.tabAt(spot))
        here = (dock.panel for dock in self._docks.values() if dock.windowTitle() == title)
        return next(here, None)
