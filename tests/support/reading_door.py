"""A door that close readings go through, so that a test says when they are done."""

import threading

import numpy as np
import pytest

from aemodel.bundle.runtime import Bundle
from aemodel.models.refinement import Refinement

REDRAW = Bundle.redraw


class Door:
    """Close readings wait here while it is shut; `readings` counts those that have begun."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()
        self.readings = 0

    def shut(self) -> None:
        self._open.clear()

    def open(self) -> None:
        self._open.set()

    def go_through(self) -> None:
        self.readings += 1
        assert self._open.wait(20)


def closely_behind(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every model refines from now on; its readings go through the door, and in no GUI thread."""
    begin = Bundle.__init__

    def begin_refining(self: Bundle, *given: object) -> None:
        begin(self, *given)
        self.refinement = Refinement(4, 0.5)

    def redraw_behind(self: Bundle, images: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        assert threading.current_thread() is not threading.main_thread()
        door.go_through()
        return REDRAW(self, images)

    monkeypatch.setattr(Bundle, "__init__", begin_refining)
    monkeypatch.setattr(Bundle, "redraw", redraw_behind)
