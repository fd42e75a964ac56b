"""Outlines of doodles, kept as long as the doodle lives."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from weakref import WeakKeyDictionary

from desktop.paint.doodles import Washes, washes_of
from desktop.state.doodle import Doodle, Image

_lock = threading.Lock()
_washes: WeakKeyDictionary[Doodle, Washes] = WeakKeyDictionary()


def shown_image(doodle: Doodle) -> Image | None:
    """What panels show of a doodle: the model's picture of it, else what was put in."""
    return doodle.input if doodle.decoded is None else doodle.decoded


def washes_for(doodle: Doodle) -> Washes:
    """Outlines of the doodle; about a millisecond at the first call. Any thread."""
    with _lock:
        washes = _washes.get(doodle)
    if washes is None:
        image = shown_image(doodle)
        washes = [] if image is None else washes_of(image)
        with _lock:
            _washes[doodle] = washes
    return washes


def warm(doodles: Iterable[Doodle]) -> None:
    """Computes the outlines ahead: call it at the end of a background task."""
    for doodle in doodles:
        washes_for(doodle)
