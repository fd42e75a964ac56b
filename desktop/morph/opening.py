"""Brings a morph back from a picture that was saved of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.background import run_in_background
from desktop.context import Context
from desktop.editor import MOST_KEYFRAMES
from desktop.files.morph import SavedMorph, carries_morph, morph_of_file
from desktop.model_menu import ModelMenu
from desktop.problems import problem_words


class MorphOpening(QObject):
    """`take_file` is asked about every file that comes into the window."""

    def __init__(self, context: Context, models: ModelMenu, parent: QObject) -> None:
        super().__init__(parent)
        self._models = models
        self._settings = context.settings
        self._editor = context.editor

    def take_file(self, path: Path) -> bool:
        """Opens a picture of a morph; False for any other file, which is left alone."""
        morphs = carries_morph(path)
        if morphs:
            run_in_background(
                lambda _: morph_of_file(path),
                self._came,
                lambda error: self._editor.say(problem_words(error)),
            )
        return morphs

    def _came(self, morph: SavedMorph) -> None:
        """A way leads through the latents of its model."""
        self._models.for_model(morph.keyframes[0].model, partial(self._show, morph))

    def _show(self, morph: SavedMorph) -> None:
        engine = self._editor.engine
        keyframes = tuple(engine.revived(doodle) for doodle in morph.keyframes[:MOST_KEYFRAMES])
        self._editor.change(self.tr("Open morph"), keyframes=keyframes)
        self._settings.change(morph_path=morph.path)
        self._editor.say(self.tr("The keyframes of the morph are back."), of_step=True)
