"""What lies near the current doodle on the map: kept doodles, and where drawings are dense."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.map.filtering import Shown
from desktop.map.mover import MapMover
from desktop.map.neighbours import density_of, distance, is_shown, nearest, nearest_kept, peaks
from desktop.paint.cache import warm
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.views.panel import quiet_label
from desktop.views.tile import DoodleTile

COUNT = 6
KEPT = 2
# So far away a kept doodle still is a neighbour, in widths of the map.
REACH = 0.2
# Pixels; small ones where there is little room.
SIDE, SMALL, LEAST = 48, 32, 26
GAP = 4
# Neighbours are sought anew so long after the doodle has moved, also while it goes on moving.
LAG_MS = 250


class NearbyTile(DoodleTile):
    """A small one."""

    def minimumSizeHint(self) -> QSize:
        """Still a hint of a doodle; the row asks for little width, so that the panel can."""
        return QSize(LEAST, LEAST)


class Nearby(QWidget):
    """Tiles, nearest first, as the map shows those places; `found` tells where they are."""

    found = Signal(list)

    def __init__(self, context: Context, mover: MapMover) -> None:
        super().__init__()
        self._editor = context.editor
        self._mover = mover
        self._job: Job | None = None
        self._shown: Shown = None
        self._on = False
        self._label: QLabel = quiet_label()
        self._lag = QTimer(self)
        self._lag.setSingleShot(True)
        self._lag.timeout.connect(self._moved)
        self.tiles = [NearbyTile(context.editor) for _ in range(COUNT)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._label)
        for tile in self.tiles:
            row.addWidget(tile)
        context.editor.document.observe(self._changed, "current", "collection", "model")

    def minimumSizeHint(self) -> QSize:
        """As wide as with small tiles alone: large ones must not keep a column from narrowing."""
        return QSize(COUNT * SMALL + (COUNT - 1) * GAP, super().minimumSizeHint().height())

    def least_height(self) -> int:
        """With small tiles, and beside two lines of words."""
        return max(SMALL, 2 * self._label.minimumHeight())

    def retranslate(self) -> None:
        """Texts."""
        self._label.setText(self.tr("Nearby"))
        self._label.setToolTip(
            self.tr("Doodles you kept, and the places nearest to yours where drawings are densest")
        )
        for number, tile in enumerate(self.tiles, 1):
            tile.setAccessibleName(self.tr("Neighbour {number}").format(number=number))
            tile.setToolTip(self.tr("Click: make it the current doodle. Drag: take it elsewhere."))

    def show_categories(self, shown: Shown) -> None:
        """Looks among these categories only."""
        self._shown = shown
        self.seek_anew()

    def seek_anew(self) -> None:
        """What was near until now is not what the map shows any more."""
        self._show([])
        self.seek()

    def turn(self, on: bool, *, roomy: bool, wide: bool) -> None:
        """Seeks what is near, or not; the tiles are small where there is little room."""
        self.setVisible(on)
        self._label.setVisible(wide)
        side = SIDE if roomy else SMALL
        for tile in self.tiles:
            tile.setFixedHeight(side)
            tile.setMaximumWidth(side)
        if on != self._on:
            self._on = on
            self.seek()

    def _changed(self, _: State) -> None:
        """One that walks has neighbours all along: they lag behind, but never stop coming."""
        if self._on and not self._lag.isActive():
            self._lag.start(LAG_MS)

    def _moved(self) -> None:
        """Where one of the neighbours was chosen the row stays: others can be tried too."""
        current = self._editor.current
        if self._job is not None:
            self._lag.start(LAG_MS)
        elif not any(tile.doodle is current for tile in self.tiles):
            self.seek()

    def seek(self) -> None:
        """Finds what is near now; see `found`."""
        current, engine = self._editor.current, self._editor.engine
        plane, to = engine.map, current.place
        if not self._on or plane is None or to is None:
            if self._job is not None:
                self._job.cancel()
            self._found([])
            return
        x0, x1, _, _ = plane.extent
        collection = self._editor.document.state.collection
        kept = [
            doodle
            for doodle in nearest_kept(collection, engine.name, current, REACH * (x1 - x0))
            if is_shown(plane, doodle.place, self._shown)
        ][:KEPT]
        shown, seed, domains = self._shown, self._mover.seed, self._mover.domains

        def task(job: Job) -> list[Doodle]:
            places = peaks(density_of(plane, shown), plane.extent)
            chosen = nearest(places, to, COUNT - len(kept), apart=0.02 * (x1 - x0))
            found = list(kept)
            job.give_way()
            for place in chosen:
                if job.cancelled:
                    return []
                found.append(engine.at_place(*place, None, seed, domains))
            warm(found)
            return sorted(found, key=lambda doodle: distance(doodle.place or to, to))

        self._job = run_in_background(
            task, self._found, lambda _: self._found([]), replaces=self._job
        )

    def _found(self, doodles: list[Doodle]) -> None:
        self._job = None
        self._show(doodles)

    def _show(self, doodles: list[Doodle]) -> None:
        for index, tile in enumerate(self.tiles):
            doodle = doodles[index] if index < len(doodles) else None
            tile.show_doodle(doodle)
            tile.setEnabled(doodle is not None)
        self.found.emit([doodle.place for doodle in doodles if doodle.place is not None])
