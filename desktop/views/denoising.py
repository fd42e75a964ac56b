"""The noise slider: what the model makes of the current doodle when its input is disturbed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSlider, QWidget

from desktop.background import OncePerFrame
from desktop.editor import Editor
from desktop.noise import KINDS, noisy
from desktop.sight import through_noise
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.theme import GRID
from desktop.views.names import reason_words
from desktop.views.panel import quiet_label


class Denoising(QObject):
    """Only a way of looking: the current doodle itself stays as it is.

    `shown` is the doodle to show: the current one, or what becomes of it through the noise; its
    `input` is then the disturbed picture.
    """

    changed = Signal()

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._frame = OncePerFrame(self)
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
        if self.level and state.current.picture is not None:
            self._frame.request(self._look)
        else:
            self._frame.drop()
            self.shown = state.current
            self.changed.emit()

    def _look(self) -> None:
        current = self._editor.current
        if current.picture is not None:
            picture = noisy(current.picture, self.kind, self.level)
            seen = through_noise(self._editor.engine, current, picture)
            self.shown = current if seen is None else seen
            self.changed.emit()


class NoiseBar(QWidget):
    """How much noise, and of which kind."""

    def __init__(self, editor: Editor, denoising: Denoising) -> None:
        super().__init__()
        self._editor = editor
        self._denoising = denoising
        self._label = quiet_label()
        self.level = QSlider(Qt.Orientation.Horizontal)
        self.level.setRange(0, 100)
        self.level.setMinimumHeight(24)
        self.kind = QComboBox()
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(GRID)
        row.addWidget(self._label)
        row.addWidget(self.level, 1)
        row.addWidget(self.kind)
        self.level.valueChanged.connect(self._changed)
        self.kind.currentIndexChanged.connect(self._changed)
        editor.document.observe(lambda _: self._enable(), "model", "problem")

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
        self._enable()

    def _enable(self) -> None:
        reason = self._editor.engine.missing("encode")
        self.level.setEnabled(not reason)
        self.kind.setEnabled(not reason)
        tip = self.tr("Disturbs what the model is given: watch it clean the doodle up")
        self.level.setToolTip(reason_words(reason) or tip)

    def _changed(self) -> None:
        kind = str(self.kind.currentData() or self._denoising.kind)
        self._denoising.disturb(kind, self.level.value() / 100)
