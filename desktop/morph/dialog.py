"""Asks in which form a morph is to be saved, and says what will come of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.dialog import add_row, form_rows
from desktop.morph.export import FOLDERS, GIF, KINDS, STRIP
from desktop.paint.export import WIDEST
from desktop.playback import LOOP, ONCE, PING_PONG, REPEATS
from desktop.theme import GRID
from desktop.views.choice_box import ChoiceBox
from desktop.views.number_box import WholeBox

MOST_FRAMES = 240
# Frames of a leg, keyframes aside, until somebody says otherwise.
FRAMES = {STRIP: 8}
MANY = 24
# Of an animation: programs that show it keep to no less. Milliseconds.
LEAST_PAUSE, MOST_PAUSE = 20, 1000
USUAL_LEG = 1.5
# What follows the morph, its form and the panel, until somebody chooses.
FRAME_COUNT, PAUSE, REPEAT = "frames", "milliseconds", "repeat"


@dataclass(frozen=True)
class MorphWish:
    """In which form (one of KINDS) a morph is saved, and how.

    side: pixels of a frame; milliseconds, repeat: of animations; own: the names of those that
    somebody chose.
    """

    form: str
    frames: int
    side: int = 256
    milliseconds: int = 60
    repeat: str = PING_PONG
    own: frozenset[str] = frozenset()


class MorphDialog(QDialog):
    """Form, number of frames, size, and how an animation is played.

    It is as `former` was saved, played as in the panel, where a leg takes `leg_seconds`, unless
    somebody chose something else then. `wanted` when it is to be saved: who then knows where to
    accepts the dialog, which stays until then.
    """

    wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        legs: int,
        repeat: str,
        leg_seconds: float = USUAL_LEG,
        former: MorphWish | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export the morph"))
        self._legs = legs
        self._own: set[str] = set()
        leg = 1000 * leg_seconds
        # Fewer frames where a leg has no time for all.
        self._frames = FRAMES | {GIF: max(4, min(MANY, int(leg / LEAST_PAUSE)))}
        pause = max(LEAST_PAUSE, min(MOST_PAUSE, round(leg / self._frames[GIF], -1)))
        self.kind, self.repeat = ChoiceBox(), ChoiceBox()
        words = (
            self.tr("Animated GIF"),
            self.tr("One PNG, frames side by side"),
            self.tr("Numbered PNGs in a folder"),
            self.tr("Numbered SVGs in a folder"),
        )
        for word, kind in zip(words, KINDS, strict=True):
            self.kind.addItem(word, kind)
        self.kind.setAccessibleName(self.tr("Format"))
        plays = {
            ONCE: self.tr("once"),
            LOOP: self.tr("loop"),
            PING_PONG: self.tr("to and fro"),
        }
        for name in REPEATS:
            self.repeat.addItem(plays[name], name)
        self.repeat.setCurrentIndex(max(0, self.repeat.findData(repeat)))
        self.repeat.setAccessibleName(self.tr("Plays"))
        self.frames = _number(2, MOST_FRAMES, 2, self.tr("Frames"))
        self.side = _number(28, 2048, 256, self.tr("Width and height of a frame"))
        self.side.setSuffix(self.tr(" pixels"))
        self.pause = _number(LEAST_PAUSE, MOST_PAUSE, int(pause), self.tr("Time of a frame"))
        self.pause.setSingleStep(10)
        self.pause.setSuffix(self.tr(" ms"))
        self.outcome = QLabel()
        self.outcome.setWordWrap(True)
        self.outcome.setProperty("quiet", True)
        rows = form_rows()
        add_row(rows, self.tr("Format"), self.kind)
        add_row(rows, self.tr("Frames"), self.frames)
        add_row(rows, self.tr("Size"), self.side)
        add_row(rows, self.tr("Plays"), self.repeat)
        add_row(rows, self.tr("Time of a frame"), self.pause)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        save = buttons.addButton(self.tr("Save…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setProperty("primary", True)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.wanted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(rows)
        column.addWidget(self.outcome)
        column.addWidget(buttons)
        if former is not None:
            self._begin_as(former)
        self._count_for_form()
        self._show_outcome()
        for name, chosen in (
            (FRAME_COUNT, self.frames.valueChanged),
            (PAUSE, self.pause.valueChanged),
            (REPEAT, self.repeat.currentIndexChanged),
        ):
            chosen.connect(partial(self._choose, name))
        self.kind.currentIndexChanged.connect(self._count_for_form)
        for signal in (
            self.kind.currentIndexChanged,
            self.repeat.currentIndexChanged,
            self.frames.valueChanged,
            self.side.valueChanged,
            self.pause.valueChanged,
        ):
            signal.connect(self._show_outcome)

    @property
    def form(self) -> str:
        """One of KINDS."""
        return str(self.kind.currentData())

    def wish(self) -> MorphWish:
        """All that was chosen."""
        return MorphWish(
            self.form,
            self.frames.value(),
            self.side.value(),
            self.pause.value(),
            str(self.repeat.currentData()),
            frozenset(self._own),
        )

    def _begin_as(self, former: MorphWish) -> None:
        self.kind.setCurrentIndex(KINDS.index(former.form))
        self.side.setValue(former.side)
        self._own = set(former.own)
        if FRAME_COUNT in former.own:
            self.frames.setValue(former.frames)
        if PAUSE in former.own:
            self.pause.setValue(former.milliseconds)
        if REPEAT in former.own:
            self.repeat.setCurrentIndex(self.repeat.findData(former.repeat))

    def _choose(self, name: str, *_: int) -> None:
        self._own.add(name)

    def _count_for_form(self) -> None:
        """So many that every keyframe is among the frames."""
        if FRAME_COUNT not in self._own:
            each = min(self._frames.get(self.form, MANY), (MOST_FRAMES - 1) // self._legs)
            with QSignalBlocker(self.frames):
                self.frames.setValue(each * self._legs + 1)

    def _show_outcome(self) -> None:
        wish = self.wish()
        moving = wish.form == GIF
        self.pause.setEnabled(moving)
        self.repeat.setEnabled(moving)
        sentences = []
        if moving:
            shown = 2 * wish.frames - 2 if wish.repeat == PING_PONG else wish.frames
            seconds = f"{shown * wish.milliseconds / 1000:.1f}"
            sentences.append(self.tr("An animation of {seconds} seconds.").format(seconds=seconds))
        elif wish.form in FOLDERS:
            words = self.tr("{count} files in a new folder; each remembers how it was made.")
            sentences.append(words.format(count=wish.frames))
        else:
            side = min(wish.side, WIDEST // wish.frames)
            words = self.tr("A picture of {width} × {height} pixels.")
            sentences.append(words.format(width=side * wish.frames, height=side))
            if side < wish.side:
                sentences.append(self.tr("It can be no wider, so the frames are smaller."))
        if wish.form not in FOLDERS:
            sentences.append(
                self.tr("The file remembers the morph: drop it here to get the keyframes back.")
            )
        self.outcome.setText("\n".join(sentences))


def _number(least: int, most: int, value: int, name: str) -> WholeBox:
    box = WholeBox()
    box.setRange(least, most)
    box.setValue(value)
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    box.setAccessibleName(name)
    return box
