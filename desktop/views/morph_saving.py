"""Asks in which form a morph is to be saved, and saves it in the background."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QProgressDialog,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from aemodel.bundle.latent_path import LatentPath
from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.dialogs.dialog import add_row, form_rows
from desktop.files.folders import free_folder
from desktop.morph_export import FOLDERS, GIF, KINDS, STRIP, write_morph
from desktop.paint.export import PictureForm
from desktop.state.doodle import Doodle
from desktop.theme import GRID

BATCH = 8


class MorphDialog(QDialog):
    """Kind, number of frames, size, and how long an animation lasts."""

    def __init__(self, parent: QWidget, legs: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export the morph"))
        self.kind = QComboBox()
        words = (
            self.tr("Animated GIF, to and fro"),
            self.tr("One PNG, frames side by side"),
            self.tr("Numbered PNGs in a folder"),
            self.tr("Numbered SVGs in a folder"),
        )
        for word, kind in zip(words, KINDS, strict=True):
            self.kind.addItem(word, kind)
        self.kind.setAccessibleName(self.tr("Form"))
        self.frames = _number(2, 240, 24 * legs, self.tr("Frames"))
        self.side = _number(28, 2048, 256, self.tr("Width and height of a frame"))
        self.side.setSuffix(self.tr(" pixels"))
        self.pause = _number(20, 1000, 60, self.tr("Time of a frame"))
        self.pause.setSuffix(self.tr(" ms"))
        rows = form_rows()
        add_row(rows, self.tr("Form"), self.kind)
        add_row(rows, self.tr("Frames"), self.frames)
        add_row(rows, self.tr("Size"), self.side)
        add_row(rows, self.tr("Time of a frame"), self.pause)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        save = buttons.addButton(self.tr("Save…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setProperty("primary", True)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(3 * GRID)
        column.addLayout(rows)
        column.addWidget(buttons)
        self.kind.currentIndexChanged.connect(self._kind_changed)

    def _kind_changed(self) -> None:
        self.pause.setEnabled(self.kind.currentData() == GIF)


class MorphSaving(QObject):
    """From the question to the files, with progress; `ask` is all that a panel needs."""

    def __init__(self, context: Context, widget: QWidget) -> None:
        super().__init__(widget)
        self._context = context
        self._editor = context.editor
        self._widget = widget
        self._job: Job | None = None
        self._progress: QProgressDialog | None = None

    def ask(self, path: LatentPath) -> None:
        """Asks for form and place, and begins to save."""
        dialog = MorphDialog(self._widget, path.legs)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        form = dialog.kind.currentData()
        count, pause = dialog.frames.value(), dialog.pause.value()
        picture = PictureForm(side=dialog.side.value())
        dialog.deleteLater()
        target = self._target(form) if accepted else None
        if target is not None:
            self.save(path, form, count, picture, target, pause)

    def save(
        self,
        path: LatentPath,
        form: str,
        count: int,
        picture: PictureForm,
        target: Path,
        pause: int = 60,
    ) -> None:
        """Decodes and writes in the background; the newest export replaces one under way."""
        engine = self._editor.engine
        # Half of the work is to draw the frames, half to write them.
        progress = QProgressDialog(
            self.tr("Saving the morph…"), self.tr("Cancel"), 0, 2 * count, self._widget
        )
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

            return write_morph(form, frames, picture, target, went_on, milliseconds=pause)

        def done(_: bool) -> None:
            self._close()
            self._editor.say(self.tr("Saved {name}.").format(name=target.name))

        def failed(error: Exception) -> None:
            self._close()
            self._editor.say(str(error))

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

    def _target(self, form: str) -> Path | None:
        """Where to; an existing file is asked about, a folder is always a new one."""
        folder = Path(self._context.settings.values.morph_folder or _pictures())
        if not folder.is_dir():
            folder = Path.home()
        name = self.tr("Morph")
        if form in FOLDERS:
            chosen = QFileDialog.getExistingDirectory(
                self._widget, self.tr("Folder for the pictures"), str(folder)
            )
            target = free_folder(Path(chosen), name)
        else:
            suffix = ".png" if form == STRIP else ".gif"
            chosen, _ = QFileDialog.getSaveFileName(
                self._widget,
                self.tr("Export the morph"),
                str(folder / f"{name}{suffix}"),
                f"*{suffix}",
            )
            target = Path(chosen)
            if chosen and target.suffix.lower() != suffix:
                target = target.with_name(target.name + suffix)
        if not chosen:
            return None
        self._context.settings.change(morph_folder=str(target.parent))
        return target


def _pictures() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)


def _number(least: int, most: int, value: int, name: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(value)
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    box.setAccessibleName(name)
    return box
