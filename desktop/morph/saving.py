"""Asks in which form a morph is to be saved, and saves it in the background."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QProgressBar, QProgressDialog, QWidget

from aemodel.bundle.latent_path import LatentPath
from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.dialogs.where import ask_folder, last_folder
from desktop.files.folders import free_folder
from desktop.files.morph import SavedMorph
from desktop.morph.dialog import MorphDialog, MorphWish
from desktop.morph.export import FOLDERS, STRIP, write_morph
from desktop.paint.export import PictureForm
from desktop.problems import problem_words
from desktop.state.doodle import Doodle
from desktop.theme import GRID

BATCH = 8


class MorphSaving(QObject):
    """From the question to the files, with progress; `ask` is all that a panel needs."""

    def __init__(self, context: Context, widget: QWidget) -> None:
        super().__init__(widget)
        self._context = context
        self._editor = context.editor
        self._widget = widget
        self._job: Job | None = None
        self._progress: QProgressDialog | None = None

    def ask(self, path: LatentPath, keyframes: Sequence[Doodle], leg_seconds: float) -> None:
        """Asks for form and place, and begins to save; an animation plays as fast as the panel."""
        repeat = self._context.settings.values.morph_repeat
        dialog = MorphDialog(self._widget, path.legs, repeat, leg_seconds)

        def wanted() -> None:
            target = self._target(dialog.form, dialog)
            if target is not None:
                dialog.accept()
                self.save(path, keyframes, dialog.wish(), target)

        dialog.wanted.connect(wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(
        self, path: LatentPath, keyframes: Sequence[Doodle], wish: MorphWish, target: Path
    ) -> None:
        """Decodes and writes in the background; the newest export replaces one under way."""
        count, morph = wish.frames, SavedMorph(tuple(keyframes), path.kind)
        engine = self._editor.engine
        # Half of the work is to draw the frames, half to write them.
        progress = QProgressDialog(
            self.tr("Saving the morph…"), self.tr("Cancel"), 0, 2 * count, self._widget
        )
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setFixedHeight(GRID)
        progress.setBar(bar)
        progress.setMinimumWidth(320)
        progress.setMinimumDuration(400)
        progress.setAutoClose(True)

        def task(job: Job) -> bool:
            frames: list[Doodle] = []
            positions = np.linspace(0, path.legs, count).tolist()
            for first in range(0, count, BATCH):
                job.give_way()
                if job.cancelled:
                    return False
                frames += engine.film(path, positions[first : first + BATCH])
                job.progress(len(frames))

            def went_on(done: int) -> bool:
                job.progress(count + min(done, count))
                return not job.cancelled

            return write_morph(
                wish.form,
                frames,
                PictureForm(side=wish.side),
                target,
                went_on,
                milliseconds=wish.milliseconds,
                repeat=wish.repeat,
                morph=morph,
            )

        def done(whole: bool) -> None:
            self._close()
            if whole:
                self._editor.say(self.tr("Saved {name}.").format(name=target.name))

        def failed(error: Exception) -> None:
            self._close()
            self._editor.say(problem_words(error))

        self._close()
        self._progress = progress
        self._job = run_in_background(
            task, done, failed, on_progress=progress.setValue, replaces=self._job
        )
        progress.canceled.connect(self._job.cancel)

    def _close(self) -> None:
        progress, self._progress = self._progress, None
        if progress is not None:
            progress.blockSignals(True)
            progress.close()
            progress.deleteLater()

    def _target(self, form: str, over: QWidget) -> Path | None:
        """Where to; an existing file is asked about, a folder is always a new one."""
        settings, name = self._context.settings, self.tr("Morph")
        if form in FOLDERS:
            folder = ask_folder(over, settings, self.tr("Folder for the pictures"))
            return None if folder is None else free_folder(folder, name)
        suffix = ".png" if form == STRIP else ".gif"
        start = last_folder(settings) / f"{name}{suffix}"
        title = self.tr("Export the morph")
        chosen, _ = QFileDialog.getSaveFileName(over, title, str(start), f"*{suffix}")
        if not chosen:
            return None
        target = Path(chosen)
        if target.suffix.lower() != suffix:
            target = target.with_name(target.name + suffix)
        settings.change(picture_folder=str(target.parent))
        return target
