"""The document: everything that the window shows, and who wants to know when it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from aemodel.defaults import TEMPERATURE
from aemodel.errors import DataError
from desktop.state.doodle import BLANK, Doodle
from desktop.state.mix import Direction, Groups, Term, groups_from_plain
from desktop.state.plain import (
    DAMAGED,
    list_from_plain,
    mapping_from_plain,
    number_from_plain,
    text_from_plain,
)
from desktop.state.taught import MOST, Taught, taught_from_plain
from desktop.state.way import NO_WAY, Way

FORMAT = 1
MOST_SKETCHES = 96
MOST_KEPT = 10_000
"""On the shelf, and so on a contact sheet."""


@dataclass(frozen=True)
class State:
    """One moment of the document. Values are immutable, so a moment can be kept for undo.

    current: the one doodle that every panel shows and can set.
    keyframes: the morph's A, B, ...; None where a slot is empty.
    sketches: `count` random doodles drawn with `seed` and `temperature` for `categories` in turn
        (none named = any): names that the model knows, and keys of `taught`.
    collection: the doodles that were kept.
    terms: the mix, a sum of weighted doodles; None where a place is empty.
    groups: doodles with something and doodles without it, of which a direction is to be made.
    directions: ways through the latent space that have a name.
    taught: categories of one's own, told by examples.
    lesson: examples of a category that is just being taught.
    way: a way on the map.
    model: name of the open bundle, "" while none is open; `problem` then says why.
    notice: the last sentence meant for the person at the window.

    `current` and `keyframes` always belong to the open model; other doodles keep the model that
    made them until they are used (see `desktop.editor.Editor.adapt`).
    """

    current: Doodle = BLANK
    keyframes: tuple[Doodle | None, ...] = (None, None)
    sketches: tuple[Doodle, ...] = ()
    seed: int = 1
    categories: tuple[str, ...] = ()
    count: int = 12
    temperature: float = TEMPERATURE
    collection: tuple[Doodle, ...] = ()
    terms: tuple[Term, ...] = (Term(1.0), Term(-1.0), Term(1.0))
    groups: Groups = ((), ())
    directions: tuple[Direction, ...] = ()
    taught: tuple[Taught, ...] = ()
    lesson: tuple[Doodle, ...] = ()
    way: Way = NO_WAY
    model: str = ""
    problem: str = ""
    notice: str = ""


FIELDS = frozenset(field.name for field in fields(State))
LATENT_FIELDS = ("current", "keyframes", "collection", "terms", "groups")
"""Those with doodles that may have been read by a model, and whose latents matter."""
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
        return state_to_plain(self.state)

    @staticmethod
    def from_plain(value: Any) -> dict[str, Any]:
        """Fields for `update` from `to_plain`'s form (never `model`). Raises DataError."""
        value = mapping_from_plain(value)
        version = value.get("format")
        if isinstance(version, int) and version > FORMAT:
            raise DataError("This file was made by a newer Doodlescape; update to open it.")
        if version != FORMAT:
            raise DataError(DAMAGED)
        fields: dict[str, Any] = {
            "current": Doodle.from_plain(value.get("current")),
            "keyframes": tuple(
                None if item is None else Doodle.from_plain(item)
                for item in list_from_plain(value.get("keyframes"), limit=100)
            ),
            "sketches": tuple(map(Doodle.from_plain, list_from_plain(value.get("sketches")))),
            "seed": _whole(value.get("seed"), 0, 2**31 - 1),
            "count": _whole(value.get("count"), 1, MOST_SKETCHES),
            "temperature": number_from_plain(value.get("temperature")),
            "categories": tuple(map(text_from_plain, list_from_plain(value.get("categories")))),
            "collection": tuple(
                map(Doodle.from_plain, list_from_plain(value.get("collection"), MOST_KEPT))
            ),
            "terms": tuple(map(Term.from_plain, list_from_plain(value.get("terms"), limit=26))),
            "groups": groups_from_plain(value.get("groups", [[], []])),
            "directions": tuple(
                map(Direction.from_plain, list_from_plain(value.get("directions"), limit=200))
            ),
            "taught": taught_from_plain(value.get("taught", [])),
            "lesson": tuple(map(Doodle.from_plain, list_from_plain(value.get("lesson", []), MOST))),
            "way": Way.from_plain(value.get("way", NO_WAY.to_plain())),
        }
        if len(fields["keyframes"]) < 2 or not 0 <= fields["temperature"] <= 10:
            raise DataError(DAMAGED)
        return fields


def doodles_of(state: State) -> Iterator[Doodle]:
    """The doodles of `LATENT_FIELDS`, the current one first."""
    yield state.current
    yield from (doodle for doodle in state.keyframes if doodle is not None)
    yield from (term.doodle for term in state.terms if term.doodle is not None)
    for group in (*state.groups, state.collection):
        yield from group


def with_doodles(name: str, value: Any, look: Callable[[Doodle], Doodle]) -> Any:
    """The value of one of `LATENT_FIELDS` with `look` of every doodle in its place."""
    if name == "current":
        return look(value)
    if name == "keyframes":
        return tuple(None if doodle is None else look(doodle) for doodle in value)
    if name == "terms":
        return tuple(
            term if term.doodle is None else replace(term, doodle=look(term.doodle))
            for term in value
        )
    if name == "groups":
        return tuple(tuple(map(look, group)) for group in value)
    return tuple(map(look, value))


def state_to_plain(state: State) -> dict[str, Any]:
    """What a session file keeps of a state, as JSON-able values; any thread."""
    return {
        "format": FORMAT,
        "current": state.current.to_plain(),
        "keyframes": [None if d is None else d.to_plain() for d in state.keyframes],
        "sketches": [d.to_plain() for d in state.sketches],
        "seed": state.seed,
        "categories": list(state.categories),
        "count": state.count,
        "temperature": state.temperature,
        "collection": [d.to_plain() for d in state.collection],
        "terms": [term.to_plain() for term in state.terms],
        "groups": [[doodle.to_plain() for doodle in group] for group in state.groups],
        "directions": [direction.to_plain() for direction in state.directions],
        "taught": [category.to_plain() for category in state.taught],
        "lesson": [d.to_plain() for d in state.lesson],
        "way": state.way.to_plain(),
        "model": state.model,
    }


def _whole(value: Any, low: int, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise DataError(DAMAGED)
    return value
