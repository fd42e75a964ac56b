"""Saves many doodles to a folder, portion by portion, with progress."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.paint.export import PictureForm, picture_bytes
from desktop.sampling import Wish, write_many
from desktop.views.many_dialog import ManyDialog


class ManySaving(QObject):
    """`went_on(done, count)` tells how far it is; `rested` that nothing more comes."""

    went_on = Signal(int, int)
    rested = Signal()

    def __init__(self, context: Context, widget: QWidget) -> None:
        super().__init__(widget)
        self._editor = context.editor
        self._widget = widget
        self._job: Job | None = None
        context.actions["make_many"].triggered.connect(self.ask)

    def ask(self) -> None:
        """Asks how many, in which form and where, and begins."""
        dialog = ManyDialog(self._widget)

        def accepted() -> None:
            folder = QFileDialog.getExistingDirectory(
                self._widget, self.tr("Folder for the doodles")
            )
            if folder:
                form = PictureForm(side=dialog.side.value())
                self.save(dialog.count.value(), Path(folder), str(dialog.kind.currentData()), form)

        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, count: int, folder: Path, suffix: str, form: PictureForm) -> None:
        """Writes `count` doodles, as the document asks for them now, in the background."""
        engine = self._editor.engine
        wish = Wish.of(engine, self._editor.document.state)

        def task(job: Job) -> int:
            def went_on(done: int) -> bool:
                if done % 10 == 0:
                    job.progress(done)
                return not job.cancelled

            return write_many(
                engine,
                wish,
                count,
                folder,
                suffix,
                lambda doodles: picture_bytes(suffix, doodles, form),
                went_on,
            )

        def done(number: int) -> None:
            self._job = None
            self.rested.emit()
            words = self.tr("{count} doodles are in {folder}.")
            self._editor.say(words.format(count=number, folder=folder.name))

        self.went_on.emit(0, count)
        self._job = run_in_background(
            task,
            done,
            self._failed,
            on_progress=lambda number: self.went_on.emit(number, count),
            replaces=self._job,
        )

    def stop(self) -> None:
        """Ends it; what is written stays."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._editor.say(self.tr("Stopped; the doodles made so far are in the folder."))
        self.rested.emit()

    def _failed(self, error: Exception) -> None:
        self._job = None
        self.rested.emit()
        self._editor.say(str(error))
