"""On which way through keyframes a doodle lies, and where."""

from __future__ import annotations

from weakref import WeakKeyDictionary

import numpy as np
from PySide6.QtCore import QObject, Signal

from aemodel.bundle.latent_path import LatentPath
from desktop.background import Job, run_in_background
from desktop.state.doodle import Doodle
from desktop.state.origin import Morphed

Way = tuple[tuple[Doodle, ...], str]
"""What makes a way another one: its keyframes and the kind of its path."""
CLOSE = 1e-2
"""So little do latents differ that are made alone or among others."""


class Ways(QObject):
    """The way of now: `path` through the `stops`, None while there are fewer than two.

    It knows the doodles that it was told of by `remember`. One that comes from elsewhere, such as
    a file, is looked into: `found` tells if it does lie where it says.
    """

    found = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stops: tuple[Doodle, ...] = ()
        self.path: LatentPath | None = None
        self._known: WeakKeyDictionary[Doodle, Way] = WeakKeyDictionary()
        self._job: Job | None = None

    @property
    def length(self) -> int:
        """How many legs the way has; 0 while there is none."""
        return max(0, len(self.stops) - 1)

    @property
    def now(self) -> Way:
        """What tells this way from others."""
        return self.stops, "" if self.path is None else self.path.kind

    def is_this(self, way: Way) -> bool:
        """Whether a way is the one of now, whose keyframes may have been read closely since."""
        (stops, kind), (now, kind_now) = way, self.now
        same = kind == kind_now and len(stops) == len(now)
        return same and all(map(Doodle.is_like, stops, now))

    def remember(self, doodle: Doodle) -> None:
        """It has come about on this way."""
        self._known[doodle] = self.now

    def position(self, doodle: Doodle) -> float | None:
        """Where on the way a doodle lies, be it a keyframe; None if it does not."""
        between = self.between(doodle)
        return self._stop(doodle) if between is None else between

    def between(self, doodle: Doodle) -> float | None:
        """Where on the way a doodle came about; None if that was elsewhere."""
        origin = doodle.origin
        if not isinstance(origin, Morphed) or not self.length:
            return None
        way = self._known.get(doodle)
        if way is None:
            self._look_into(doodle, origin)
            return None
        return min(origin.position, self.length) if self.is_this(way) else None

    def _stop(self, doodle: Doodle) -> float | None:
        stops = self.stops if self.length else ()
        places = (place for place, stop in enumerate(stops) if stop.is_like(doodle))
        return next(map(float, places), None)

    def _look_into(self, doodle: Doodle, origin: Morphed) -> None:
        path, way, latent = self.path, self.now, doodle.latent
        far = not 0 <= origin.position <= self.length
        if path is None or latent is None or origin.path != path.kind or far:
            return

        def there(job: Job) -> bool:
            at = path([origin.position])[0]
            return at.shape == latent.shape and bool(np.allclose(at, latent, atol=CLOSE))

        def looked(lies_there: bool) -> None:
            if lies_there and self.is_this(way):
                self._known[doodle] = way
                self.found.emit()

        self._job = run_in_background(there, looked, replaces=self._job)
