"""Moves the current doodle about the map: drags, nudges, and walks along a way."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from desktop.context import Context
from desktop.map.domains import Domains
from desktop.map.neighbours import Point
from desktop.map.plane_path import PlanePath
from desktop.map.viewport import within
from desktop.playback import ONCE
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.state.origin import Picked
from desktop.state.way import NO_WAY, Way
from desktop.views.following import Following
from desktop.views.hand import Hand
from desktop.views.player import Player

WAY_SECONDS = 6.0


class MapMover(QObject):
    """A gesture is one step of the editor's. What arrives late, after another gesture has begun
    elsewhere, is dropped.

    `seed` and `domains` are what places are filled in from, where the model's map is.
    """

    way_changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._editor = context.editor
        self._moving = Following(self, self._moved)
        self._nudging = Following(self, self._nudged)
        self._hand = Hand(self._editor)
        self._details: Doodle | None = None
        self._aim: Point = (0.0, 0.0)
        self._aim_from: Doodle | None = None
        self.seed = 0
        self.domains: Domains | None = None
        self.speed = 1.0
        self.way = PlanePath(())
        self._walked_to = 0.0
        self._player = Player(self)
        self._player.stepped.connect(self._walked)
        self._player.ended.connect(self.stop)
        self._editor.document.observe(self._take_up_way, "way", "model")

    @property
    def playing(self) -> bool:
        """Whether the way is being walked."""
        return self._player.playing

    @property
    def moving(self) -> bool:
        """Whether a gesture of the map's is under way."""
        return self._hand.moving

    # A gesture --------------------------------------------------------------------------------

    def begin(self, text: str) -> None:
        """Starts a step."""
        self.stop()
        self._walked_to = 0.0
        self._moving.drop()
        self._details = self.details()
        self._hand.begin(text)

    def go(self, x: float, y: float) -> None:
        """Shows the doodle of a place soon."""
        self._follow(self._moving, x, y, self._details)

    def fill_anew(self) -> None:
        """A doodle that was picked here is filled in from the seed of now, as one step.

        Details that it carries stay with it; one that is a drawing of its own stays as it is.
        """
        current = self._editor.current
        if isinstance(current.origin, Picked) and current.place is not None:
            details = self.details()
            self.begin(self.tr("Fill in anew"))
            self._details = None if details is current else details
            self.go(*current.place)
            self.end()

    def end(self) -> None:
        """Where it is now it stays."""
        self._hand.end(self._moving)

    def cancel(self) -> None:
        """Puts everything back as it was before the gesture."""
        mine = self.moving
        self._halt()
        self._moving.drop()
        self._hand.let_go()
        if mine:
            self._editor.cancel()

    def nudge(self, dx: float, dy: float, otherwise: Point) -> None:
        """Moves by so many units; a doodle without a place starts `otherwise`."""
        x, y = self.aim(otherwise)
        self._aim = within(self._editor.engine.map.extent, x + dx, y + dy)
        self._aim_from = self._editor.current
        self._follow(self._nudging, *self._aim, self.details())

    def aim(self, otherwise: Point) -> Point:
        """Where the doodle is, or is on its way to; one without a place is `otherwise`."""
        current = self._editor.current
        nudged = self._editor.engine.is_still(self._aim_from, current)
        return self._aim if nudged else current.place or otherwise

    def _follow(self, following: Following, x: float, y: float, details: Doodle | None) -> None:
        """Details that were only glanced at are read closely first, which takes a moment."""
        glanced = details is not None and self._editor.engine.adapt(details).glance
        following.want(partial(self.at, x, y, details, closely=glanced), slow=glanced)

    def at(self, x: float, y: float, details: Doodle | None, *, closely: bool = False) -> Doodle:
        """The doodle of a place as the map is now; in any thread, but for reading `closely`."""
        engine = self._editor.engine
        if details is not None:
            details = engine.adapt(details)
            details = engine.closely(details) if closely else details
        return engine.at_place(x, y, details, self.seed, self.domains)

    def details(self) -> Doodle | None:
        """The doodle whose details are carried along, if that is wished."""
        keep = self._context.settings.values.keep_details
        return self._editor.engine.details_of(self._editor.current) if keep else None

    def forget(self) -> None:
        """There is another model."""
        plane = self._editor.engine.map
        self.stop()
        for following in (self._moving, self._nudging):
            following.expect(slow=plane is not None and plane.filled)

    def _moved(self, doodle: Doodle) -> None:
        if self.moving:
            self._editor.live(current=doodle)
        else:
            self._halt()

    def _nudged(self, doodle: Doodle) -> None:
        if self._editor.engine.is_still(self._aim_from, self._editor.current):
            self._aim_from = doodle
            self._editor.change(self.tr("Move on the map"), merge="nudge", current=doodle)

    # A way ------------------------------------------------------------------------------------

    def play(self) -> None:
        """Walks the way from where a walk has paused, or else from its beginning, as one step."""
        if self.way.length <= 0 or self._editor.engine.map is None:
            return
        start = self._paused_at()
        self.begin(self.tr("Walk the way"))
        self._player.start(self.way.length, ONCE, start)
        self._walked(start)
        self.way_changed.emit()

    def _paused_at(self) -> float:
        """How far along the way the doodle has come and stayed; 0 at its end, or elsewhere."""
        place, reached = self._editor.current.place, self._walked_to
        # The last doodle of a walk may still be on its way.
        stayed = self.moving or (place is not None and np.allclose(place, self.way.at(reached)))
        return reached if stayed and reached < self.way.length else 0.0

    def stop(self) -> None:
        """Stays where the walk is now."""
        if self.playing:
            self._halt()
            self.end()

    def take_way(self, way: PlanePath) -> None:
        """Draws a way on the map, as one step, and walks it."""
        self.stop()
        points = tuple((x, y) for x, y in way.points.tolist())
        self._editor.change(self.tr("Draw a way"), way=Way(points, self._editor.engine.name))
        self.play()

    def forget_way(self) -> None:
        """Wipes the way off the map, as one step."""
        self.stop()
        self._editor.change(self.tr("Wipe the way off"), way=NO_WAY)

    def _take_up_way(self, state: State) -> None:
        """The document's, if it is one on the map of now."""
        way = state.way if state.way.model == self._editor.engine.name else NO_WAY
        self.stop()
        self.way, self._walked_to = PlanePath(way.points), 0.0
        self.way_changed.emit()

    def _halt(self) -> None:
        if self.playing:
            self._player.stop()
            self.way_changed.emit()

    def _walked(self, position: float) -> None:
        x0, x1, y0, y1 = self._editor.engine.map.extent
        self._player.speed = self.speed * max(x1 - x0, y1 - y0) / WAY_SECONDS
        self._walked_to = position
        self.go(*self.way.at(position))
