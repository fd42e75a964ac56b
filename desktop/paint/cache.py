"""Outlines of doodles, kept as long as their picture lives."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from weakref import finalize

from desktop.paint.doodles import Washes, washes_of
from desktop.state.doodle import Doodle, Image

_lock = threading.Lock()
# By the identity of the picture: copies of a doodle, with another name, share it.
_washes: dict[int, Washes] = {}


def shown_image(doodle: Doodle) -> Image | None:
    """What panels show of a doodle: the model's picture of it, else what was put in."""
    return doodle.input if doodle.decoded is None else doodle.decoded


def washes_for(doodle: Doodle) -> Washes:
    """Outlines of the doodle; about a millisecond at the first call. Any thread."""
    image = shown_image(doodle)
    if image is None:
        return []
    key = id(image)
    with _lock:
        washes = _washes.get(key)
    if washes is None:
        washes = washes_of(image)
        with _lock:
            if key not in _washes:
                _washes[key] = washes
                finalize(image, _washes.pop, key, None).atexit = False
    return washes


def warm(doodles: Iterable[Doodle]) -> None:
    """Computes the outlines ahead: call it at the end of a background task."""
    for doodle in doodles:
        washes_for(doodle)
