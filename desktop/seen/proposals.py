"""Proposals of the model around the current doodle: variations of it, or ways to finish it."""

from __future__ import annotations

from weakref import WeakSet

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.paint.cache import warm
from desktop.problems import problem_words
from desktop.sight import alike
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.theme import GRID, theme
from desktop.views.panel import quiet_label
from desktop.views.slider import Slider
from desktop.views.tile import DoodleTile

COUNT = 6
SIDES = (44, 96)
GAP = 4


class Proposals(QWidget):
    """A strip that appears when it is asked for; a click on a proposal adopts it.

    When the doodle becomes another one, they stay, as those of the former one, and `again` asks for
    new ones; only with an empty page they go.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._editor = context.editor
        self._actions = context.actions
        self._job: Job | None = None
        self._base: Doodle | None = None
        self._family: WeakSet[Doodle] = WeakSet()
        self._stale = False
        self._finishing = False
        self._seed = 0
        self._waiting = False
        self._focused: int | None = None
        self.tiles = [DoodleTile(context.editor) for _ in range(COUNT)]
        self._title = quiet_label()
        self.distance = Slider()
        self.distance.setRange(5, 100)
        self.distance.setMinimumHeight(24)
        self.distance.setValue(40)
        self.again, self.away = QToolButton(), QToolButton()
        for button in (self.again, self.away):
            button.setAutoRaise(True)
        self.again.hide()
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self._title)
        head.addWidget(self.again)
        head.addWidget(self.distance, 1)
        head.addStretch(0)
        head.addWidget(self.away)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch(0)
        for tile in self.tiles:
            tile.setFixedHeight(SIDES[0])
            row.addWidget(tile, 1)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(row)
        self.hide()
        self.away.clicked.connect(self.leave)
        self.again.clicked.connect(self._propose_again)
        self.distance.valueChanged.connect(self._distance_chosen)
        for name, asked in (
            ("more_like_this", lambda: self.propose(finishing=False)),
            ("finish_sketch", lambda: self.propose(finishing=True)),
            ("ask_again", self._propose_again),
            ("hide_proposals", self.leave),
        ):
            context.actions[name].triggered.connect(asked)
        theme().changed.connect(self._show_icon)
        self._show_icon()
        document = context.editor.document
        document.observe(self._current_changed, "current", "model", "problem")
        document.observe(lambda _: self.leave(), "model")
        context.editor.rested.connect(lambda: self._see_whose(context.editor.current))
        self._current_changed(document.state)

    def fit(self, width: int) -> None:
        """Tiles as large as the width gives, all of one size; before they are shown, too."""
        side = min(max((width - 8 - (COUNT - 1) * GAP) // COUNT, SIDES[0]), SIDES[1])
        for tile in self.tiles:
            tile.setFixedHeight(side)
            tile.setMaximumWidth(side)

    def propose(self, *, finishing: bool) -> None:
        """Asks for proposals around the current doodle; asking again brings others."""
        current = self._editor.current
        mine = any(tile.doodle is current for tile in self.tiles)
        again = self.isVisible() and finishing == self._finishing
        again = again and (self._editor.engine.is_still(self._base, current) or mine)
        self._seed = self._seed + 1 if again else 1
        if not (again and mine):
            self._base = current
            self._family.clear()
        self._finishing = finishing
        self.show()
        self._ask()

    def _propose_again(self) -> None:
        self.propose(finishing=self._finishing)

    def leave(self) -> None:
        """Hides the strip."""
        if self._job is not None:
            self._job.cancel()
        self._base = None
        self._family.clear()
        focus = self.window().focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            focus.clearFocus()  # hiding would hand the keys on to the next widget
        self.hide()
        self._fill(())

    def retranslate(self) -> None:
        """Texts."""
        finishing = self._finishing
        self.distance.setVisible(not finishing)
        if self._waiting:
            title = self.tr("The model is drawing…")
        elif self._stale:
            title = self.tr("For the doodle as it was")
        elif finishing:
            title = self.tr("Ways to finish your sketch")
        else:
            title = self.tr("More like this")
        self._title.setText(title)
        self.distance.setAccessibleName(self.tr("Distance of the variations"))
        self.distance.setToolTip(self.tr("Left: nearly the same. Right: something else."))
        self.away.setAccessibleName(self.tr("Hide the proposals"))
        self.away.setToolTip(self.tr("Hide the proposals"))
        self.again.setAccessibleName(self.tr("Ask again"))
        self.again.setToolTip(self.tr("Ask again, for the doodle as it is now"))
        for number, tile in enumerate(self.tiles, 1):
            tile.setAccessibleName(self.tr("Proposal {number}").format(number=number))
            tile.setToolTip(self.tr("Click: make it the current doodle. Drag: take it elsewhere."))
        self._current_changed(self._editor.document.state)

    def _distance_chosen(self) -> None:
        if self._stale and self.again.isEnabled():
            self.propose(finishing=False)
        else:
            self._ask()

    def _ask(self) -> None:
        base, engine, seed = self._base, self._editor.engine, self._seed
        if base is None:
            return
        finishing, distance = self._finishing, self.distance.value() / 100

        def task(job: Job) -> tuple[Doodle, ...]:
            if finishing:
                doodles = engine.completions(base, COUNT, seed)
            else:
                doodles = engine.variations(engine.closely(base), COUNT, distance, seed)
            if not job.cancelled:
                warm(doodles)
            return doodles

        for number, tile in enumerate(self.tiles):
            if tile.hasFocus():  # it waits beside, or the keys would go on to the next widget
                self._focused = number
                self.away.setFocus()
            tile.setEnabled(False)
        self._waiting = True
        self.retranslate()
        self._job = run_in_background(task, self._fill, self._failed, replaces=self._job)

    def _fill(self, doodles: tuple[Doodle, ...]) -> None:
        self._waiting = False
        self._family.update(doodles)
        self.retranslate()
        for index, tile in enumerate(self.tiles):
            doodle = doodles[index] if index < len(doodles) else None
            tile.show_doodle(doodle)
            tile.setEnabled(doodle is not None)
            tile.mark(doodle is not None and doodle is self._editor.current)
        if self._focused is not None and doodles and self.away.hasFocus():
            self.tiles[self._focused].setFocus()
        self._focused = None

    def _failed(self, error: Exception) -> None:
        self.leave()
        self._editor.say(problem_words(error))

    def _current_changed(self, state: State) -> None:
        engine, current = self._editor.engine, state.current
        for tile in self.tiles:
            tile.mark(tile.doodle is not None and tile.doodle is current)
        empty = self.tr("Draw something first.") if current.latent is None else ""
        self._actions.enable("more_like_this", engine.missing("variations") or empty)
        begun = "" if current.input is not None else self.tr("Draw the beginning first.")
        self._actions.enable("finish_sketch", engine.missing("complete") or begun)
        name = "finish_sketch" if self._finishing else "more_like_this"
        self.again.setEnabled(self._actions[name].isEnabled())
        hidden = self.tr("No proposals are shown.") if self.isHidden() else ""
        self._actions.enable("hide_proposals", hidden)
        lacks = (engine.missing("complete") or begun, engine.missing("variations") or empty)
        self._actions.enable("ask_again", hidden or lacks[not self._finishing])
        self._see_whose(current)

    def _see_whose(self, current: Doodle) -> None:
        """Whether the proposals are still those of the current doodle, or it is one of them.

        What a gesture makes of it is known when it is over.
        """
        if self._editor.gesture and not current.blank:
            return
        own = self._editor.engine.is_still(self._base, current) or current in self._family
        own = own or alike(self._base, current)
        stale = self._base is not None and not own
        if stale and current.blank:
            self.leave()
        elif stale != self._stale:
            self._stale = stale
            self.again.setVisible(stale)
            self.retranslate()

    def _show_icon(self) -> None:
        self.away.setIcon(theme().icon("close"))
        self.again.setIcon(theme().icon("repeat"))
