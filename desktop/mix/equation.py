"""The equation in pictures: doodles with weights, and what they come to, live."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from math import copysign

import numpy as np
from PySide6.QtCore import QEvent, QMimeData, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QToolButton, QWidget

from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.editor import LEAST_TERMS, Editor
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.state.mix import LEAST_DIFFERENCE, MOST_TERMS, MOST_WEIGHT, Term, recipe_of
from desktop.state.origin import Mixed
from desktop.theme import GRID
from desktop.views.arriving import receive
from desktop.views.elided import WholeLabel
from desktop.views.number_box import NumberBox
from desktop.views.removable import RemovableTile
from desktop.views.tile import DoodleTile

SIDE = 128
# Room that each term wants, and all else.
TERM, REST = 84, 112
_NO_BUTTONS = "".join(
    f"QDoubleSpinBox::{way}-button {{ width: 0; }}"
    f"QDoubleSpinBox::{way}-arrow {{ image: none; width: 0; }}"
    for way in ("up", "down")
)


SIGNS = {"+": 1.0, "-": -1.0, "−": -1.0}


class Weight(NumberBox):
    """How much of a doodle; the keys of plus and minus tell in `signed` what happens to it."""

    signed = Signal(float)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The sign stands in front of the doodle."""
        if event.text() in SIGNS:
            self.signed.emit(SIGNS[event.text()])
        else:
            super().keyPressEvent(event)

    def _wants(self, event: QKeyEvent) -> bool:
        return event.text() in SIGNS or super()._wants(event)


class Place:
    """Sign, doodle and weight of one term, in a column of the equation's grid."""

    def __init__(self, editor: Editor, index: int) -> None:
        self.sign = QToolButton()
        self.sign.setObjectName("sign")
        self.sign.setAutoRaise(True)
        self.sign.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tile = TermTile(editor, slot=True, letter=chr(ord("A") + index))
        self.tile.setMaximumSize(SIDE, SIDE)
        self.weight = Weight()
        self.weight.setRange(0, MOST_WEIGHT)
        self.weight.setSingleStep(0.25)
        self.weight.setDecimals(2)
        self.weight.setKeyboardTracking(False)
        self.weight.setMaximumWidth(SIDE)
        self._narrow: bool | None = None
        self.be_narrow(False)

    def be_narrow(self, narrow: bool) -> None:
        """With less room, as one of many; arrow keys and wheel still turn the weight."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.sign.setFixedWidth(12 if narrow else 16)
        self.weight.setStyleSheet(_NO_BUTTONS if narrow else "")
        self.weight.setMinimumWidth(46 if narrow else 60)
        self.weight.lineEdit().setTextMargins(2 if narrow else 6, 0, 0, 0)

    def set_visible(self, visible: bool) -> None:
        """All or nothing of it."""
        for part in (self.sign, self.tile, self.weight):
            part.setVisible(visible)


class TermTile(RemovableTile):
    """A place for a doodle; its menu empties it, and takes it away once it is empty."""

    def taking_out(self) -> str:
        """The place stays."""
        return self.tr("Empty this place")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Also where there is no doodle."""
        if self.doodle is not None:
            super().contextMenuEvent(event)
            return
        menu = QMenu(self)
        row = menu.addAction(self.tr("Take this place away"), self.removed.emit)
        row.setEnabled(len(self._editor.document.state.terms) > LEAST_TERMS)
        menu.exec(event.globalPos())
        menu.deleteLater()


class Equation(QWidget):
    """Places for doodles, and the result: click it to make it the current doodle.

    A doodle that is dropped beside the places goes into the nearest empty one, or a new one.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.editor = context.editor
        self._job: Job | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self.places: list[Place] = []
        self._room, self._narrow = 4 * TERM + REST, False
        self._cancelled = False
        self.more = QToolButton()
        self.more.setObjectName("place")
        self.more.setText("+")
        self.more.setAutoRaise(True)
        self.more.clicked.connect(self.add_place)
        equals = QLabel("=")
        equals.setObjectName("sign")
        self.result = DoodleTile(self.editor, letter="?")
        self.result.setMaximumSize(SIDE, SIDE)
        # What comes out, in letters; the pictures say it already.
        self._recipe = WholeLabel()
        self._recipe.setProperty("quiet", True)
        self._recipe.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._recipe.setMinimumSize(8 * GRID, 26)
        column = 2 * MOST_TERMS + 1
        self._grid.addWidget(self.more, 1, column)
        self._grid.addWidget(equals, 1, column + 1)
        self._grid.addWidget(self.result, 1, column + 2)
        self._grid.addWidget(self._recipe, 2, column + 2)
        self._grid.setColumnStretch(column + 2, 2)
        for margin in (0, column + 3):
            self._grid.setColumnStretch(margin, 1)
        for row, share in enumerate((1, 100, 0, 1)):
            self._grid.setRowStretch(row, share)
        self.result.installEventFilter(self)
        self.editor.document.observe(self._show, "terms", "model")
        self._show(self.editor.document.state)

    def take(self, data: QMimeData, x: int) -> None:
        """Puts what was dropped there into the places nearest to x."""

        def distance(index: int) -> int:
            return abs(self.places[index].tile.geometry().center().x() - x)

        near = sorted(range(len(self.editor.document.state.terms)), key=distance)
        receive(self.editor, data, lambda doodles: self.editor.add_terms(doodles, near))

    def retranslate(self) -> None:
        """Texts."""
        self.more.setToolTip(self.tr("Another place for a doodle"))
        self.more.setAccessibleName(self.tr("Another place"))
        self.result.setAccessibleName(self.tr("The mix"))
        self.result.setToolTip(self._nothing_left() if self._cancelled else self._click())
        for index, place in enumerate(self.places):
            letter = chr(ord("A") + index)
            place.tile.setAccessibleName(self.tr("Doodle {letter}").format(letter=letter))
            place.tile.setToolTip(
                self.tr("Drop a doodle here; Delete empties the place, then takes it away")
            )
            place.sign.setAccessibleName(self.tr("Sign of {letter}").format(letter=letter))
            place.sign.setToolTip(self.tr("Add it, or take it away (+, −)"))
            place.weight.setAccessibleName(self.tr("Weight of {letter}").format(letter=letter))
            place.weight.setToolTip(self.tr("How much of it; the minus key takes it away"))

    def fit(self, room: int) -> None:
        """Makes the best of so many pixels of width."""
        self._room = room
        terms = self.editor.document.state.terms
        narrow = room < len(terms) * TERM + REST
        if narrow != self._narrow:
            self._narrow = narrow
            self._grid.setHorizontalSpacing(2 if narrow else 4)
            self._recipe.setMinimumWidth((5 if narrow else 8) * GRID)
        for place in self.places:
            place.be_narrow(narrow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A tile is no higher than wide: its weight stays close beneath."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, DoodleTile):
            watched.setMaximumHeight(watched.width())
        return False

    def use(self) -> None:
        """Makes the result the current doodle."""
        if self.result.doodle is not None:
            self.editor.adopt(self.result.doodle, self.tr("Mix"))
        elif self._cancelled:
            self.editor.say(self._nothing_left())

    def _click(self) -> str:
        return self.tr("Click: make the mix the current doodle. Drag: take it.")

    def _nothing_left(self) -> str:
        return self.tr("Nothing is left: the doodles of the mix cancel one another out.")

    def _dropped(self, index: int, data: QMimeData) -> None:
        """One takes the place; if there are more, they go into empty ones."""
        receive(self.editor, data, partial(self.editor.add_terms, at=index))

    def _removed(self, index: int) -> None:
        """The doodle goes; from an empty place, the place itself."""
        if self.editor.document.state.terms[index].doodle is not None:
            self.editor.set_term(index, None)
            return
        self.editor.remove_term(index)
        last = len(self.editor.document.state.terms) - 1
        self.places[min(index, last)].tile.setFocus(Qt.FocusReason.OtherFocusReason)

    def _weigh(self, index: int, amount: float) -> None:
        weight = self.editor.document.state.terms[index].weight
        self._set_weight(index, copysign(amount, weight))

    def _sign(self, index: int, sign: float) -> None:
        weight = self.editor.document.state.terms[index].weight
        self._set_weight(index, copysign(weight, sign))

    def _other_sign(self, index: int) -> None:
        self._set_weight(index, -self.editor.document.state.terms[index].weight)

    def _set_weight(self, index: int, weight: float) -> None:
        """A zero keeps its sign for what comes after it."""
        terms = list(self.editor.document.state.terms)
        terms[index] = replace(terms[index], weight=weight)
        self.editor.change(self.tr("Weight"), merge=f"weight {index}", terms=tuple(terms))

    def add_place(self) -> None:
        """One more, for another doodle."""
        terms = self.editor.document.state.terms
        self.editor.change(self.tr("Another place"), terms=(*terms, Term(1.0)))

    def _show(self, state: State) -> None:
        while len(self.places) < min(len(state.terms), MOST_TERMS):
            self._add_place()
        for index, place in enumerate(self.places):
            term = state.terms[index] if index < len(state.terms) else None
            sign = "−" if term is not None and copysign(1, term.weight) < 0 else "+"
            place.sign.setText("" if index == 0 and sign == "+" else sign)
            place.set_visible(term is not None)
            self._grid.setColumnStretch(2 * index + 2, 0 if term is None else 2)
            if term is None:
                continue
            place.tile.show_doodle(term.doodle)
            if place.weight.value() != abs(term.weight):  # what is being typed stays
                with QSignalBlocker(place.weight):
                    place.weight.setValue(abs(term.weight))
        self.more.setEnabled(len(state.terms) < MOST_TERMS)
        self.more.setVisible(len(state.terms) < MOST_TERMS)
        self._cancelled = False
        result = self._mix(state.terms)
        self.result.setToolTip(self._nothing_left() if self._cancelled else self._click())
        self.result.show_doodle(result)
        self.result.setEnabled(result is not None)
        self._recipe.setText(recipe_of(state.terms).replace("-", "−"))
        self.fit(self._room)

    def _add_place(self) -> None:
        index = len(self.places)
        place = Place(self.editor, index)
        place.tile.dropped.connect(partial(self._dropped, index))
        place.tile.removed.connect(partial(self._removed, index))
        place.sign.clicked.connect(partial(self._other_sign, index))
        place.weight.valueChanged.connect(partial(self._weigh, index))
        place.weight.signed.connect(partial(self._sign, index))
        place.weight.left.connect(place.tile.setFocus)
        place.tile.installEventFilter(self)
        self._grid.addWidget(place.sign, 1, 2 * index + 1)
        self._grid.addWidget(place.tile, 1, 2 * index + 2)
        self._grid.addWidget(place.weight, 2, 2 * index + 2)
        self.places.append(place)
        self.retranslate()

    def _mix(self, terms: tuple[Term, ...]) -> Doodle | None:
        """The weighted sum of the latents, as the open model sees the doodles; None if it is zero.

        Where it has only glanced at some of them, the sum comes anew when they have been read.
        """
        engine = self.editor.engine
        recipe = recipe_of(terms)
        if engine.bundle is None or engine.missing("decode") or not recipe:
            return None
        total = np.zeros(engine.bundle.latent_size, np.float32)
        largest, glanced = 0.0, []
        for term in terms:
            doodle = None if term.doodle is None else engine.adapt(term.doodle)
            if doodle is not None and doodle.latent is not None:
                part = np.float32(term.weight) * doodle.latent
                total += part
                largest = max(largest, float(np.linalg.norm(part)))
                glanced += [doodle] if doodle.glance else []
        if glanced:
            self._job = run_in_background(
                lambda job: engine.prepare(glanced),
                lambda _: self._show(self.editor.document.state),
                replaces=self._job,
            )
        self._cancelled = bool(np.linalg.norm(total) < LEAST_DIFFERENCE * largest)
        return None if self._cancelled else engine.from_latent(total, Mixed(recipe))
