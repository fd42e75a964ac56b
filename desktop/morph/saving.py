"""Asks in which form a morph is to be saved, and saves it in the background."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QWidget

from aemodel.bundle.latent_path import LatentPath
from desktop.context import Context
from desktop.dialogs.where import GIF, PNG, ask_folder, ask_picture_file
from desktop.files.folders import free_folder, is_there
from desktop.files.morph import SavedMorph
from desktop.morph.dialog import MorphDialog, MorphWish
from desktop.morph.export import FOLDERS, STRIP, write_morph
from desktop.paint.export import PictureForm
from desktop.state.doodle import Doodle
from desktop.views.progress_row import ProgressRow
from desktop.views.saving import Run, Saving

BATCH = 8


class MorphSaving(Saving):
    """From the question to the files; a panel calls `ask` and has room for `progress`."""

    def __init__(self, context: Context, widget: QWidget) -> None:
        super().__init__(context.editor, widget)
        self._context = context
        self._widget = widget
        self._former: MorphWish | None = None
        self.progress = ProgressRow(context.actions["stop"], small=True)
        self.progress.ended.connect(self.stop)
        self.went_on.connect(self._show_share)
        self.rested.connect(self.progress.hide)

    def retranslate(self) -> None:
        """Texts."""
        self.progress.name(self.tr("Morph being saved"), self.tr("Stop saving the morph"))

    def ask(self, path: LatentPath, keyframes: Sequence[Doodle], leg_seconds: float) -> None:
        """Asks for form and place, and begins to save; an animation plays as fast as the panel."""
        repeat = self._context.settings.values.morph_repeat
        dialog = MorphDialog(self._widget, path.legs, repeat, leg_seconds, self._former)

        def wanted() -> None:
            target = self._target(dialog.form, dialog)
            if target is not None:
                dialog.accept()
                self._former = dialog.wish()
                self.save(path, keyframes, self._former, target)

        dialog.wanted.connect(wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(
        self, path: LatentPath, keyframes: Sequence[Doodle], wish: MorphWish, target: Path
    ) -> None:
        """Decodes and writes in the background, whole or not at all."""
        count, morph = wish.frames, SavedMorph(tuple(keyframes), path.kind)
        engine = self._editor.engine
        saved = self.tr("Saved {name}.").format(name=target.name)
        stopped = self.tr("Stopped: {name} was not saved.").format(name=target.name)

        def write(run: Run) -> str:
            """Half of the work is to draw the frames, half to write them."""
            frames: list[Doodle] = []
            positions = np.linspace(0, path.legs, count).tolist()
            for first in range(0, count, BATCH):
                frames += engine.film(path, positions[first : first + BATCH])
                if not run.went_on(len(frames)):
                    return stopped
            whole = write_morph(
                wish.form,
                frames,
                PictureForm(side=wish.side),
                target,
                lambda done: run.went_on(count + min(done, count)),
                milliseconds=wish.milliseconds,
                repeat=wish.repeat,
                morph=morph,
            )
            return saved if whole else stopped

        stake = self.tr("Nothing of “{name}” is kept.")
        if is_there(target):
            stake = self.tr("“{name}” stays as it was before.")
        self.begin(Run(2 * count, write, stake.format(name=target.name)))

    def _show_share(self, done: int, count: int) -> None:
        self.progress.show_share(100 * done // count, 100, self.tr("{done} % saved"))

    def _target(self, form: str, over: QWidget) -> Path | None:
        """Where to; an existing file is asked about, a folder is always a new one."""
        settings, name = self._context.settings, self.tr("Morph")
        if form in FOLDERS:
            folder = ask_folder(over, settings, self.tr("Folder for the pictures"))
            return None if folder is None else free_folder(folder, name)
        suffix = PNG if form == STRIP else GIF
        title = self.tr("Save the film as")
        if form == STRIP:
            title = self.tr("Save the strip as")
        return ask_picture_file(over, settings, title, name, suffix, (suffix,))
