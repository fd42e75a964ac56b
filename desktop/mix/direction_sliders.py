"""Named directions as sliders on the current doodle."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from weakref import WeakKeyDictionary

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.context import Context
from desktop.engine import Engine
from desktop.files.directions import read_directions, write_directions
from desktop.lasting import Kind, Lasting
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.state.mix import Direction, together
from desktop.state.origin import Mixed
from desktop.theme import GRID, theme
from desktop.views.bipolar import BipolarSlider
from desktop.views.elided import ElidedLabel
from desktop.views.following import Following
from desktop.views.hand import Hand
from desktop.views.names import model_words
from desktop.views.panel import quiet_label
from desktop.views.words import number_words

KEPT = Kind(
    field="directions",
    file="directions.json",
    read=read_directions,
    write=write_directions,
    key=attrgetter("key"),
    united=together,
)
STEPS = 100
REACH = 2.0


class Row(QWidget):
    """Name, slider and a button that forgets the direction."""

    def __init__(self) -> None:
        super().__init__()
        self.direction: Direction | None = None
        self.name = ElidedLabel()
        self.name.setFixedWidth(18 * GRID)
        self.slider = BipolarSlider()
        self.slider.setRange(round(-REACH * STEPS), round(REACH * STEPS))
        self.slider.setSingleStep(STEPS // 20)
        self.slider.setPageStep(STEPS // 4)
        self.slider.setMinimumHeight(24)
        self.slider.valueChanged.connect(self._show_amount)
        self.shown_amount = quiet_label()
        self.shown_amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.shown_amount.setFixedWidth(5 * GRID)
        self.forget = QToolButton()
        self.forget.setAutoRaise(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name)
        row.addWidget(self.slider, 1)
        row.addWidget(self.shown_amount)
        row.addWidget(self.forget)
        self._show_amount()

    @property
    def amount(self) -> float:
        """How far along the direction."""
        return self.slider.value() / STEPS

    def set_amount(self, amount: float) -> None:
        """Moves the slider without telling."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(amount * STEPS))
        self._show_amount()

    def like(self, part: QWidget) -> QWidget:
        """Its slider for that of another row, else its button."""
        slides = isinstance(part, BipolarSlider) and self.slider.isEnabled()
        return self.slider if slides else self.forget

    def _show_amount(self) -> None:
        words = number_words(self.amount, 2, signed=True) if self.amount else "0"
        self.shown_amount.setText(words)


@dataclass(frozen=True)
class Way:
    """How far along which directions a doodle is from its `base`."""

    base: Doodle
    amounts: Mapping[Direction, float]


def _along(engine: Engine, way: Way, known: MutableMapping[Doodle, Way]) -> Doodle:
    """The doodle at the end of a way, which is `known` then; in any thread if its base is read."""
    base = engine.closely(way.base)
    if not way.amounts or base.latent is None:
        return base
    latent = np.array(base.latent)
    for direction, amount in way.amounts.items():
        latent += np.float32(amount) * direction.vector
    words = " ".join(f"{amount:+.2f} {direction.name}" for direction, amount in way.amounts.items())
    moved = engine.from_latent(latent, Mixed(words[:200]))
    known[moved] = way
    return moved


class DirectionSliders(QWidget):
    """All sliders start from the same doodle: the current one, until one of them is moved.

    They are where the current doodle is, also when undo and redo have brought it back.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.editor = context.editor
        self.rows: list[Row] = []
        self._base = self._made = self.editor.current
        self._ways: WeakKeyDictionary[Doodle, Way] = WeakKeyDictionary()
        self._current = self.editor.current
        self._hand = Hand(self.editor)
        self._following = Following(self, self._show)
        # Steps of one slider merge, not those of several.
        self._steps = ""
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidget(self._inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it comes along with the sliders
        area.viewport().setAutoFillBackground(False)
        self._inner.setAutoFillBackground(False)
        self._empty = quiet_label(wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(area)
        self._pages.addWidget(self._nothing(context))
        self._fitting: tuple[int, ...] | None = None
        theme().changed.connect(self._icons)
        document = self.editor.document
        document.observe(self._directions_changed, "directions", "model")
        document.observe(self._current_changed, "current")
        self._directions_changed(document.state)
        self.lasting = Lasting(self.editor, KEPT)

    def _nothing(self, context: Context) -> QWidget:
        """What is shown while there are no directions: how to make one."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addStretch(1)
        column.addWidget(self._empty)
        self._begin = QPushButton()
        self._begin.clicked.connect(context.actions["new_direction"].trigger)
        column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page

    def retranslate(self) -> None:
        """Texts."""
        self._empty.setText(self.tr("What some doodles have and others lack, as a slider."))
        self._begin.setText(self.tr("Make a direction"))
        self._begin.setToolTip(self.tr("Choose doodles with something, and without it"))
        self._directions_changed(self.editor.document.state)

    # Moving -----------------------------------------------------------------------------------

    def _press(self) -> None:
        if not self._hand.moving:
            self._hand.begin(self.tr("Direction"))

    def _release(self) -> None:
        self._hand.end(self._following)

    def _moved(self, moved: Row, _: int) -> None:
        base, engine = self._base, self.editor.engine
        if base.latent is None:
            return
        amounts = {row.direction: row.amount for row in self.rows if row.direction and row.amount}
        self._steps = f"direction {self.rows.index(moved)}"
        # What was only glanced at is read closely first, which takes a moment.
        glanced = engine.closer(base).glance
        task = partial(_along, engine, Way(base, amounts), self._ways)
        self._following.want(task, slow=glanced)

    def _show(self, doodle: Doodle) -> None:
        self._made = doodle
        if self._hand.moving:
            self.editor.live(current=doodle)
        else:
            self.editor.change(self.tr("Direction"), merge=self._steps, current=doodle)

    def _current_changed(self, state: State) -> None:
        """Another doodle: the sliders start from it, unless it is only read more closely."""
        former, self._current = self._current, state.current
        if self._base is former and self.editor.engine.is_still(former, state.current):
            self._base = self._made = state.current
        elif state.current is not self._made:
            self._following.drop()
            self._take_up(state)
        self._enable(state, anew=False)

    def _take_up(self, state: State) -> None:
        """Goes on from where the current doodle is on its way, or else starts from it."""
        way = self._ways.get(state.current)
        if way is None or not way.amounts.keys() <= set(state.directions):
            way = Way(state.current, {})
        self._base, self._made = way.base, state.current
        for row in self.rows:
            row.set_amount(way.amounts.get(row.direction, 0) if row.direction else 0)

    # The list ---------------------------------------------------------------------------------

    def _directions_changed(self, state: State) -> None:
        self._following.drop()
        while len(self.rows) < len(state.directions):
            row = Row()
            row.slider.valueChanged.connect(partial(self._moved, row))
            row.slider.sliderPressed.connect(self._press)
            row.slider.sliderReleased.connect(self._release)
            row.forget.clicked.connect(partial(self._forget_row, row))
            self._column.insertWidget(len(self.rows), row)
            self.rows.append(row)
        bereft = self._focused(self.rows[len(state.directions) :])
        for index, row in enumerate(self.rows):
            there = index < len(state.directions)
            row.setVisible(there)
            row.direction = state.directions[index] if there else None
            if row.direction is not None:
                name = row.direction.name
                row.name.setText(name)
                row.slider.setAccessibleName(name)
                row.forget.setAccessibleName(self.tr("Forget {name}").format(name=name))
                row.forget.setToolTip(self.tr("Forget this direction"))
        self._take_up(state)
        self._pages.setCurrentIndex(0 if state.directions else 1)
        self._icons()
        self._enable(state)
        if bereft is not None:
            left = self.rows[len(state.directions) - 1] if state.directions else None
            (self._begin if left is None else left.like(bereft)).setFocus()

    def _focused(self, rows: Sequence[Row]) -> QWidget | None:
        """What has the keys, if it is in one of these rows."""
        focus = self.window().focusWidget()
        return focus if focus and any(row.isAncestorOf(focus) for row in rows) else None

    def _enable(self, state: State, *, anew: bool = True) -> None:
        """Greys out what does not fit the doodle; unless `anew`, only if another size came."""
        latent = state.current.latent
        fitting = None if latent is None else latent.shape
        if fitting == self._fitting and not anew:
            return
        self._fitting = fitting
        for row in self.rows:
            if row.direction is None:
                continue
            reason = ""
            if row.direction.model != self.editor.engine.name:
                words = self.tr("This direction was made with the model {name}; open that one.")
                reason = words.format(name=model_words(row.direction.model))
            elif fitting is None:
                reason = self.tr("Draw or choose a doodle first.")
            elif row.direction.vector.shape != fitting:
                reason = self.tr("This direction was made with another version of the model.")
            row.slider.setEnabled(not reason)
            row.slider.setToolTip(reason or self.tr("Move the doodle along this direction"))

    def _forget_row(self, row: Row) -> None:
        if row.direction is not None:
            self.forget(row.direction)

    def forget(self, direction: Direction) -> None:
        """Deletes a direction; Undo brings it back."""
        rest = tuple(d for d in self.editor.document.state.directions if d is not direction)
        self.editor.change(self.tr("Forget direction"), directions=rest)

    def _icons(self) -> None:
        for row in self.rows:
            row.forget.setIcon(theme().icon("close"))
