"""Everything a person can do to the document, as one small vocabulary that panels share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from aemodel.errors import DataError
from desktop.commands import Change, Fields
from desktop.engine import Engine
from desktop.paint.curves import mirror_curves
from desktop.state.document import LATENT_FIELDS, MOST_KEPT, Document, with_doodles
from desktop.state.doodle import BLANK, Doodle, Image
from desktop.state.ink import Ink
from desktop.state.mix import MOST_TERMS, Term
from desktop.state.origin import Mirrored
from desktop.state.placing import mirrored
from desktop.state.taught import MOST_CATEGORIES, Taught, by_key

MOST_KEYFRAMES = 12
LEAST_TERMS = 2
ASKED = {"seed", "count", "temperature", "categories"}
"""What the sketches are asked for by."""


class Editor(QObject):
    """Changes the document, undoably, and knows the open model.

    `change(text, **fields)` is one step. `begin(text)` ... `live(**fields)` ... `commit()` is one
    step as well, shown while it happens: a stroke, a drag.

    `to_copy` and `to_take_away` ask for any doodle to leave, through the clipboard or as a file;
    `to_learn`, while there is a `lesson_open`, asks it to take doodles for examples.
    `kept` says what has come onto the shelf; `rested` tells that a gesture is over, whatever came
    of it.
    """

    to_copy = Signal(object)
    to_take_away = Signal(object)
    to_learn = Signal(tuple)
    kept = Signal(str)
    rested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = Document()
        self.engine = Engine()
        self.lesson_open = False
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(1000)
        self._gesture: str | None = None
        self._gestures = 0
        self._before: Fields = {}
        self._said = (0, "")

    @property
    def current(self) -> Doodle:
        """The current doodle."""
        return self.document.state.current

    # Steps ------------------------------------------------------------------------------------

    def change(self, text: str, *, merge: str = "", **fields: Any) -> None:
        """Sets fields of the document as one undoable step named `text`."""
        self.commit()
        state = self.document.state
        before = {name: getattr(state, name) for name in fields}
        if any(before[name] != value for name, value in fields.items()):
            self.undo_stack.push(Change(self, text, before, fields, merge))

    @property
    def unsaved(self) -> bool:
        """Whether the steps since the last save have made anything.

        Only to ask for other sketches makes nothing: they can be asked for again.
        """
        stack = self.undo_stack
        clean, now = stack.cleanIndex(), stack.index()
        if clean < 0:
            return True
        steps = map(stack.command, range(min(clean, now), max(clean, now)))
        return not all(isinstance(step, Change) and step.fields <= ASKED for step in steps)

    @property
    def gesture(self) -> int:
        """Which gesture is under way, as a number that never comes back; 0 for none."""
        return 0 if self._gesture is None else self._gestures

    def begin(self, text: str) -> int:
        """Starts a gesture and returns its number; one still under way becomes a step."""
        self.commit()
        self._gesture = text
        self._gestures += 1
        self._before = {}
        return self._gestures

    def live(self, **fields: Any) -> None:
        """Shows a moment of the gesture; nothing outside of one."""
        if self._gesture is None:
            return
        state = self.document.state
        for name in fields:
            self._before.setdefault(name, getattr(state, name))
        self.document.update(**fields)

    def commit(self) -> None:
        """Ends the gesture: from where it began to where it is now is one step."""
        if self._gesture is None:
            return
        text, before = self._gesture, self._before
        self._gesture, self._before = None, {}
        state = self.document.state
        after = {name: getattr(state, name) for name in before}
        if any(before[name] != value for name, value in after.items()):
            self.undo_stack.push(Change(self, text, before, after))
        self.rested.emit()

    def cancel(self) -> None:
        """Ends the gesture and puts everything back."""
        before, self._gesture, self._before = self._before, None, {}
        self.restore(before)
        self.rested.emit()

    def undo(self) -> None:
        """One step back; a gesture under way is the step. What is said of it goes with it."""
        self.commit()
        of_it = self._said == (self.undo_stack.index(), self.document.state.notice)
        self.undo_stack.undo()
        if of_it:
            self.document.update(notice="")

    def redo(self) -> None:
        """One step forth."""
        self.commit()
        self.undo_stack.redo()

    def restore(self, fields: Fields) -> None:
        """For commands: sets fields, with the doodles adapted to the model open now.

        Those that were read at a glance when the step was made come back as they were read since.
        """
        self.document.update(**self._adapted(fields))

    def look_again(self) -> None:
        """Shows every doodle as closely as the model has read it by now; that is no step."""
        state = self.document.state
        self.restore({name: getattr(state, name) for name in LATENT_FIELDS})

    # The current doodle -----------------------------------------------------------------------

    def adopt(self, doodle: Doodle, text: str = "") -> None:
        """Makes any doodle the current one."""
        self.change(text or self.tr("Use doodle"), current=self.engine.adapt(doodle))

    def place(self, ink: Ink, text: str, kind: str) -> None:
        """The ink of the drawing moved or evenly scaled; a row of one kind is one step."""
        self.change(text, merge=f"place {kind}", current=self.engine.soon(self.current, ink))

    def mirror(self) -> None:
        """Exchanges left and right of the current doodle: its ink, or else its picture."""
        doodle, text = self.current, self.tr("Mirror")
        if doodle.ink:
            seen = replace(
                doodle,
                traced=_turned(doodle.traced),
                input=_turned(doodle.input),
                decoded=_turned(doodle.decoded),
            )
            ink = mirrored(doodle.ink)
            mirror_curves(doodle.ink, ink)
            self.change(text, current=self.engine.soon(seen, ink))
        elif doodle.picture is not None:
            picture = doodle.picture[:, ::-1].copy()
            self.change(text, current=self.engine.from_image(picture, Mirrored()))

    def inked(self, ink: Ink) -> Doodle:
        """The current doodle with this ink; one without ink stays beneath it as a ghost."""
        return self.engine.from_ink(ink, ghost_of(self.current))

    def clear(self) -> None:
        """An empty page."""
        self.change(self.tr("Clear"), current=BLANK)

    def set_keyframe(self, index: int, doodle: Doodle | None) -> None:
        """Fills or empties a slot of the morph: 0 is A, 1 is B; one past the last adds a slot."""
        keyframes = list(self.document.state.keyframes)
        keyframes[index : index + 1] = [None if doodle is None else self.engine.adapt(doodle)]
        letter = chr(ord("A") + index)
        self.change(self.tr("Set {letter}").format(letter=letter), keyframes=tuple(keyframes))

    def add_keyframe(self, doodle: Doodle) -> None:
        """Puts a doodle into the first empty slot of the morph, or behind the last."""
        keyframes = self.document.state.keyframes
        if has_room(keyframes):
            self.set_keyframe(first_empty(keyframes), doodle)
        else:
            self._say_full()

    def put_keyframes(
        self, doodles: Sequence[Doodle], *, at: int | None = None, before: int | None = None
    ) -> None:
        """Puts doodles into the morph in one step.

        The first goes to keyframe `at` and the others into what is empty behind it, or beside it;
        or all of them get places of their own before keyframe `before`, or behind the last.
        """
        keyframes = list(self.document.state.keyframes)
        adapted = [self.engine.adapt(doodle) for doodle in doodles]
        index = len(keyframes) if before is None else before
        if at is not None:
            keyframes[at : at + 1] = adapted[:1]
            index, adapted = at + 1, adapted[1:]
            while adapted and index < len(keyframes) and keyframes[index] is None:
                keyframes[index] = adapted.pop(0)
                index += 1
        room = MOST_KEYFRAMES - len(keyframes)
        keyframes[index:index] = adapted[:room]
        single = at is not None and len(doodles) == 1
        text = self.tr("Set {letter}").format(letter=chr(ord("A") + (at or 0)))
        self.change(text if single else self.tr("Add keyframe"), keyframes=tuple(keyframes))
        if len(adapted) > room:
            self._say_full()

    def _say_full(self) -> None:
        words = self.tr("A morph has room for {count} keyframes.")
        self.say(words.format(count=MOST_KEYFRAMES))

    def remove_keyframe(self, index: int) -> None:
        """Takes a keyframe out; two slots always remain."""
        keyframes: list[Doodle | None] = list(self.document.state.keyframes)
        del keyframes[index]
        keyframes += [None] * (2 - len(keyframes))
        self.change(self.tr("Remove keyframe"), keyframes=tuple(keyframes))

    def move_keyframe(self, index: int, to: int) -> None:
        """Takes a keyframe to another place in the row."""
        keyframes = list(self.document.state.keyframes)
        keyframes.insert(to, keyframes.pop(index))
        self.change(self.tr("Move keyframe"), keyframes=tuple(keyframes))

    # The mix ----------------------------------------------------------------------------------

    def set_term(self, index: int, doodle: Doodle | None) -> None:
        """Fills or empties a place of the mix."""
        terms = list(self.document.state.terms)
        if index < len(terms):
            terms[index] = replace(terms[index], doodle=doodle)
            text = self.tr("Take from the mix") if doodle is None else self.tr("Add to the mix")
            self.change(text, terms=tuple(terms))

    def remove_term(self, index: int) -> None:
        """Takes a place out of the mix; a few always remain."""
        terms = list(self.document.state.terms)
        if len(terms) > LEAST_TERMS:
            del terms[index]
            self.change(self.tr("Remove a place"), terms=tuple(terms))

    def add_terms(
        self, doodles: Sequence[Doodle], near: Sequence[int] = (), at: int | None = None
    ) -> None:
        """Puts doodles into the empty places of the mix, or else new ones, in one step.

        near: the places in the order in which they are preferred; by default from the first on.
        at: the place that the first doodle takes, empty or not.
        """
        terms = list(self.document.state.terms)
        if at is not None and at < len(terms):
            terms[at], doodles = replace(terms[at], doodle=doodles[0]), doodles[1:]
        order = near or range(len(terms))
        free = [place for place in order if place < len(terms) and terms[place].doodle is None]
        room = len(free) + MOST_TERMS - len(terms)
        for place, doodle in zip(free, doodles, strict=False):
            terms[place] = replace(terms[place], doodle=doodle)
        terms += [Term(1.0, doodle) for doodle in doodles[len(free) : room]]
        self.change(self.tr("Add to the mix"), terms=tuple(terms))
        if len(doodles) > room:
            words = self.tr("A mix has room for {count} doodles; empty a place first.")
            self.say(words.format(count=MOST_TERMS))

    # The shelf --------------------------------------------------------------------------------

    def keep(self, doodles: tuple[Doodle, ...], at: int | None = None) -> None:
        """Puts doodles onto the shelf, before number `at` or at the end."""
        kept, placed = self.document.state.collection, at is not None
        at = len(kept) if at is None else at
        if len(kept) + len(doodles) > MOST_KEPT:
            words = self.tr("The shelf has room for {count} doodles; delete some first.")
            self.say(words.format(count=MOST_KEPT))
        elif doodles:
            # A copy each: the same doodle may stand on the shelf twice.
            copies = tuple(replace(doodle) for doodle in doodles)
            self.change(self.tr("Keep"), collection=kept[:at] + copies + kept[at:])
            if not placed or len(doodles) > 1:  # one that was put there has been seen to arrive
                words = self.tr("Kept on the shelf.")
                if len(doodles) > 1:
                    words = self.tr("{count} doodles kept on the shelf.")
                self.kept.emit(words.format(count=len(doodles)))
                self._belongs_to_step()

    # Categories of one's own ------------------------------------------------------------------

    def teach(self, taught: Taught) -> None:
        """Adds a category, or changes the one of its key; sketches of it come. Raises DataError."""
        known = self.document.state.taught
        former = by_key(known, taught.key)
        if former is None and len(known) >= MOST_CATEGORIES:
            raise DataError(f"You have {MOST_CATEGORIES} categories; delete one first.")
        changed = tuple(taught if one is former else one for one in known)
        text = self.tr("Teach {name}").format(name=taught.name)
        every = (*known, taught) if former is None else changed
        self.change(text, taught=every, categories=(taught.key,))

    def forget(self, taught: Taught) -> None:
        """Deletes a category; sketches are not asked of it any more."""
        state = self.document.state
        rest = tuple(one for one in state.taught if one.key != taught.key)
        others = tuple(name for name in state.categories if name != taught.key)
        text = self.tr("Delete {name}").format(name=taught.name)
        self.change(text, taught=rest, categories=others)

    # The model --------------------------------------------------------------------------------

    def use(self, engine: Engine) -> None:
        """Opens another model: the drawing stays, a stroke under way goes on.

        It takes no time for doodles that the engine has been given to `prepare`.
        """
        self.engine = engine
        state = self.document.state
        fields = self._adapted({"current": state.current, "keyframes": state.keyframes})
        self.document.update(model=engine.name, problem="", **fields)

    def say(self, sentence: str, *, of_step: bool = False) -> None:
        """Shows a sentence to the person at the window; `of_step`: about the last step."""
        self.document.update(notice="")
        self.document.update(notice=sentence)
        if of_step:
            self._belongs_to_step()

    def _belongs_to_step(self) -> None:
        """What is said now goes when the last step is taken back."""
        self._said = (self.undo_stack.index(), self.document.state.notice)

    def _adapted(self, fields: Fields) -> Fields:
        adapted = dict(fields)
        for name in fields.keys() & set(LATENT_FIELDS):
            # Other doodles keep the model that made them until they are used.
            shown = name in ("current", "keyframes")
            look = self.engine.adapt if shown else self.engine.closer
            adapted[name] = with_doodles(name, fields[name], look)
        return adapted


def _turned(image: Image | None) -> Image | None:
    """Left and right exchanged."""
    return None if image is None else image[:, ::-1].copy()


def ghost_of(doodle: Doodle) -> Any:
    """The picture to trace beneath the ink: (28, 28), or None."""
    if doodle.ink is not None or doodle.blank:
        return doodle.traced
    return doodle.decoded if doodle.decoded is not None else doodle.input


def has_room(keyframes: Sequence[Doodle | None]) -> bool:
    """Whether one more doodle fits into a morph."""
    return None in keyframes or len(keyframes) < MOST_KEYFRAMES


def first_empty(keyframes: Sequence[Doodle | None]) -> int:
    """Index of the first empty slot; the number of slots when all are full."""
    return next((i for i, doodle in enumerate(keyframes) if doodle is None), len(keyframes))
