"""The document: everything that the window shows, and who wants to know when it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any

from aemodel.errors import DataError
from desktop.state.doodle import BLANK, Doodle
from desktop.state.plain import DAMAGED, list_from_plain, mapping_from_plain, text_from_plain

FORMAT = 1


@dataclass(frozen=True)
class State:
    """One moment of the document. Values are immutable, so a moment can be kept for undo.

    current: the one doodle that every panel shows and can set.
    keyframes: the morph's A, B, ...; None where a slot is empty.
    sketches: the strip of random doodles drawn with `seed` for `category` ("" = any).
    collection: the doodles that were kept.
    model: name of the open bundle, "" while none is open; `problem` then says why.
    notice: the last sentence meant for the person at the window.

    `current` and `keyframes` always belong to the open model; other doodles keep the model that
    made them until they are used (see `desktop.editor.Editor.adapt`).
    """

    current: Doodle = BLANK
    keyframes: tuple[Doodle | None, ...] = (None, None)
    sketches: tuple[Doodle, ...] = ()
    seed: int = 1
    category: str = ""
    collection: tuple[Doodle, ...] = ()
    model: str = ""
    problem: str = ""
    notice: str = ""


FIELDS = frozenset(field.name for field in fields(State))
Observer = Callable[[State], None]


class Document:
    """Holds the state and tells observers, each at most once a change, in order of subscription."""

    def __init__(self) -> None:
        self.state = State()
        self._observers: list[tuple[Observer, frozenset[str]]] = []
        self._pending: set[str] = set()
        self._telling = False

    def observe(self, observer: Observer, *names: str) -> Callable[[], None]:
        """Calls `observer(state)` after any of the fields `names` changed; returns the way out."""
        unknown = set(names) - FIELDS
        if unknown or not names:
            raise ValueError(f"the document has no field {sorted(unknown)}")
        entry = (observer, frozenset(names))
        self._observers.append(entry)

        def forget() -> None:
            if entry in self._observers:
                self._observers.remove(entry)

        return forget

    def update(self, **changes: Any) -> None:
        """Replaces fields and tells who observes them. An equal value changes nothing.

        An observer may update in turn: others are told after the round under way.
        """
        changed = {name for name, value in changes.items() if getattr(self.state, name) != value}
        if not changed:
            return
        self.state = replace(self.state, **changes)
        self._pending |= changed
        if self._telling:
            return
        self._telling = True
        try:
            while self._pending:
                names, self._pending = self._pending, set()
                for observer, wanted in list(self._observers):
                    if wanted & names:
                        observer(self.state)
        finally:
            self._telling = False
            self._pending.clear()

    def to_plain(self) -> dict[str, Any]:
        """The part that a session file keeps, as JSON-able values."""
        state = self.state
        return {
            "format": FORMAT,
            "current": state.current.to_plain(),
            "keyframes": [None if d is None else d.to_plain() for d in state.keyframes],
            "sketches": [d.to_plain() for d in state.sketches],
            "seed": state.seed,
            "category": state.category,
            "collection": [d.to_plain() for d in state.collection],
            "model": state.model,
        }

    @staticmethod
    def from_plain(value: Any) -> dict[str, Any]:
        """Fields for `update` from `to_plain`'s form (never `model`). Raises DataError."""
        value = mapping_from_plain(value)
        if value.get("format") != FORMAT:
            raise DataError("This file was made by a newer Doodlescape; update to open it.")
        seed = value.get("seed")
        if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < 2**31:
            raise DataError(DAMAGED)
        return {
            "current": Doodle.from_plain(value.get("current")),
            "keyframes": tuple(
                None if item is None else Doodle.from_plain(item)
                for item in list_from_plain(value.get("keyframes"), limit=100)
            ),
            "sketches": tuple(map(Doodle.from_plain, list_from_plain(value.get("sketches")))),
            "seed": seed,
            "category": text_from_plain(value.get("category")),
            "collection": tuple(map(Doodle.from_plain, list_from_plain(value.get("collection")))),
        }
