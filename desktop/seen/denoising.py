"""The noise slider: what the model makes of the current doodle when its input is disturbed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.actions import Choice
from desktop.context import Context
from desktop.editor import Editor
from desktop.engine import Engine
from desktop.seen.noise import KINDS, grain_like, noisy
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.theme import GRID
from desktop.views.choice_box import ChoiceBox
from desktop.views.following import Following
from desktop.views.names import reason_words
from desktop.views.panel import quiet_label
from desktop.views.slider import Slider

STEP = 10


class Denoising(QObject):
    """Only a way of looking: the current doodle itself stays as it is.

    `shown` is the doodle to show: the current one, or what becomes of it through the noise; its
    `input` is then the disturbed picture; a model that has learnt to takes the noise away before
    it reads what is left. That takes as long as the drawing itself, which has the
    frame for itself: it is done in the background and comes a moment later.
    """

    changed = Signal()

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._following = Following(self, self._show)
        self.kind = next(iter(KINDS))
        self.level = 0.0
        self.shown: Doodle = editor.current
        editor.document.observe(self._update, "current", "model", "problem")

    @property
    def on(self) -> bool:
        """Whether what is shown went through noise."""
        return self.shown is not self._editor.current

    def disturb(self, kind: str, level: float) -> None:
        """Another kind of noise, or another level in 0..1."""
        self.kind, self.level = kind, level
        self._update(self._editor.document.state)

    def _update(self, state: State) -> None:
        current, engine = state.current, self._editor.engine
        if self.level and current.picture is not None and not engine.missing("encode"):
            self._following.want(partial(_look, engine, current, self.kind, self.level), slow=True)
        else:
            self._following.drop()
            self._show(current)

    def _show(self, doodle: Doodle) -> None:
        self.shown = doodle
        self.changed.emit()


def _look(engine: Engine, doodle: Doodle, kind: str, level: float) -> Doodle:
    """In the background: what the model makes of a doodle through noise."""
    assert doodle.picture is not None
    disturbed = noisy(doodle.picture, kind, level)
    # It stays at a glance: who looks closely would draw the noise.
    if engine.missing("clean"):
        return engine.from_image(disturbed, doodle.origin)
    cleaned = engine.bundle.clean(disturbed[None], grain_like(kind, level))[0]
    return replace(engine.from_image(cleaned, doodle.origin), input=disturbed)


class NoiseBar(QWidget):
    """How much noise, and of which kind."""

    def __init__(self, context: Context, denoising: Denoising) -> None:
        super().__init__()
        self._editor = context.editor
        self._actions = context.actions
        self._denoising = denoising
        self._label = quiet_label()
        self.level = Slider()
        self.level.setRange(0, 100)
        self.level.setMinimumSize(64, 24)
        self.kind = ChoiceBox()
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(GRID)
        row.addWidget(self._label)
        row.addWidget(self.level, 1)
        row.addWidget(self.kind)
        self.level.valueChanged.connect(self._changed)
        self.kind.currentIndexChanged.connect(self._changed)
        self._kinds = Choice(
            context.actions,
            {kind: _row(kind) for kind in KINDS},
            lambda kind: self.kind.setCurrentIndex(self.kind.findData(kind)),
            self,
            following="next_noise",
        )
        for name, step in (("more_noise", STEP), ("less_noise", -STEP), ("no_noise", -100)):
            context.actions[name].triggered.connect(partial(self._step, step))
        context.editor.document.observe(lambda _: self._enable(), "model", "problem")

    def retranslate(self) -> None:
        """Texts."""
        self._label.setText(self.tr("Noise"))
        self.level.setAccessibleName(self.tr("Noise on the input"))
        self.kind.setAccessibleName(self.tr("Kind of noise"))
        self.kind.setToolTip(self.tr("Kind of noise"))
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for kind, text in KINDS.items():
                self.kind.addItem(QCoreApplication.translate("Noise", text), kind)
            self.kind.setCurrentIndex(self.kind.findData(self._denoising.kind))
        self._kinds.show(self._denoising.kind)
        self._enable()

    def _enable(self) -> None:
        reason = self._editor.engine.missing("encode")
        self.level.setEnabled(not reason)
        self.kind.setEnabled(not reason)
        tip = self.tr("Disturbs what the model is given: watch what it makes of that")
        self.level.setToolTip(reason_words(reason) or tip)
        for name in ("more_noise", "less_noise", "no_noise", "next_noise", *map(_row, KINDS)):
            self._actions.enable(name, reason)

    def _step(self, step: int) -> None:
        self.level.setValue(self.level.value() + step)

    def _changed(self) -> None:
        kind = str(self.kind.currentData() or self._denoising.kind)
        self._kinds.show(kind)
        self._denoising.disturb(kind, self.level.value() / 100)


def _row(kind: str) -> str:
    """The action that chooses a kind of noise."""
    return f"noise_{kind}"
