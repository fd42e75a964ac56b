"""Which panel of several that share a place is in front: the one that was seen last."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow

from desktop.views.panel import PanelDock


class Fronts(QObject):
    """Remembers who was in front.

    When one of several tabs goes, Qt brings its neighbour to the front; `bring` brings the one
    that was seen before it instead. Between `unsettle` and `bring`, what Qt does is not noted.
    """

    def __init__(self, window: QMainWindow, docks: Mapping[str, PanelDock]) -> None:
        super().__init__(window)
        self._window = window
        self._docks = docks
        self._seen: list[PanelDock] = []
        self._settled = True
        window.tabifiedDockWidgetActivated.connect(self._came)

    @property
    def carrying(self) -> bool:
        """Whether a panel hangs at the mouse: if it is moved otherwise too, Qt crashes (6.11)."""
        return any(dock.isFloating() for dock in self._docks.values())

    def note(self) -> None:
        """Those that are in front now."""
        for dock in self._docks.values():
            if self._settled and dock.in_front():
                self._note(dock)

    def unsettle(self, mover: PanelDock | None = None) -> None:
        """Panels go elsewhere; the one that was moved is what the person looks at."""
        self._settled = False
        if mover is not None:
            self._note(mover)

    def bring(self) -> None:
        """Of those that share a place, the one seen last comes to the front.

        Not while one hangs at the mouse: tabs open beneath it then, to take it.
        """
        if self.carrying:
            return
        for dock in list(self._seen):
            place = {dock, *self._window.tabifiedDockWidgets(dock)}
            there = [one for one in self._seen if one in place and not one.isHidden()]
            if there and there[-1] is dock and len(place) > 1 and not dock.in_front():
                dock.raise_()
        self._settled = True

    def forget(self) -> None:
        """The panels begin anew."""
        self._seen.clear()

    def _came(self, dock: QDockWidget) -> None:
        """Looks a moment later whether it came by itself, or because another one went."""

        def note() -> None:
            if self._settled and isinstance(dock, PanelDock) and not dock.isHidden():
                self._note(dock)

        QTimer.singleShot(0, self, note)

    def _note(self, dock: PanelDock) -> None:
        if dock in self._seen:
            self._seen.remove(dock)
        self._seen.append(dock)
