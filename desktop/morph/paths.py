"""Which path a morph takes: the choice of them, with the reason why one is not to be had."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItemModel

from aemodel.bundle.latent_path import MODEL, SPHERICAL, SPLINE, STRAIGHT, PathKind
from desktop.actions import Choice
from desktop.context import Context
from desktop.state.document import State
from desktop.views.choice_box import ChoiceBox
from desktop.views.names import reason_words

KINDS: tuple[PathKind, ...] = (MODEL, STRAIGHT, SPHERICAL, SPLINE)


class PathChoice(ChoiceBox):
    """The wish is kept in the settings; where the model cannot fulfil it, it goes straight."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._settings = context.settings
        self._editor = context.editor
        self.addItems([""] * len(KINDS))
        for index, kind in enumerate(KINDS):
            self.setItemData(index, kind)
        names = {kind: f"path_{kind}" for kind in KINDS}
        self._rows = Choice(context.actions, names, self._choose, self, following="next_path")
        self._actions = context.actions
        self._before = self.kind
        self.activated.connect(lambda index: self._choose(KINDS[index]))
        self._settings.changed.connect(self._settings_changed)
        self._editor.document.observe(self._model_changed, "model")

    @property
    def kind(self) -> PathKind:
        """The path that morphs take now."""
        wished = self._settings.values.morph_path
        wish = next((kind for kind in KINDS if kind == wished), MODEL)
        return STRAIGHT if wish == MODEL and self._lacking() else wish

    def retranslate(self) -> None:
        """Texts."""
        words = {
            MODEL: (
                self.tr("through drawings"),
                self.tr("The model's own path: what lies between is a drawing too"),
            ),
            STRAIGHT: (self.tr("straight"), self.tr("Straight lines in the latent space")),
            SPHERICAL: (self.tr("spherical"), self.tr("Great circles in the latent space")),
            SPLINE: (self.tr("spline"), self.tr("One smooth curve through all keyframes")),
        }
        lacking = reason_words(self._lacking())
        items = self.model()
        for index, kind in enumerate(KINDS):
            text, tip = words[kind]
            self.setItemText(index, text)
            grey = lacking if kind == MODEL else ""
            self.setItemData(index, grey or tip, Qt.ItemDataRole.ToolTipRole)
            if isinstance(items, QStandardItemModel):
                items.item(index).setEnabled(not grey)
        self.setAccessibleName(self.tr("Path of the morph"))
        self.setToolTip(self.tr("Which way the morph takes from keyframe to keyframe"))
        self._actions.enable(f"path_{MODEL}", self._lacking())
        with QSignalBlocker(self):
            self._show_kind()

    def _choose(self, kind: str) -> None:
        self._settings.change(morph_path=kind)

    def _show_kind(self) -> None:
        self.setCurrentIndex(KINDS.index(self.kind))
        self._rows.show(self.kind)

    def _lacking(self) -> str:
        return self._editor.engine.missing("model_path")

    def _settings_changed(self) -> None:
        if self.kind != self._before:
            self._before = self.kind
            self._show_kind()
            self.changed.emit()

    def _model_changed(self, state: State) -> None:
        self._before = self.kind
        self.retranslate()
