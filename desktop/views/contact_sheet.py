"""Saves several doodles as one picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.background import Job, run_in_background
from desktop.editor import Editor
from desktop.files.atomic import write_atomically
from desktop.paint.export import PictureForm, picture_bytes
from desktop.state.doodle import Doodle


class ContactSheet(QObject):
    """Asks where to, and writes in the background."""

    def __init__(self, editor: Editor, widget: QWidget) -> None:
        super().__init__(widget)
        self._editor = editor
        self._widget = widget

    def ask(self, doodles: Sequence[Doodle], name: str) -> None:
        """Asks for a file, with a name to begin from, and saves."""
        columns = max(1, round(len(doodles) ** 0.5 + 0.3))
        chosen, _ = QFileDialog.getSaveFileName(
            self._widget,
            self.tr("Save the contact sheet"),
            str(Path.home() / f"{name}.png"),
            self.tr("PNG picture (*.png);;SVG drawing (*.svg)"),
        )
        if chosen:
            path = Path(chosen) if Path(chosen).suffix else Path(chosen + ".png")
            form = PictureForm(side=256)

            def task(job: Job) -> None:
                write_atomically(path, picture_bytes(path.suffix, doodles, form, columns))

            saved = self.tr("Saved {name}.").format(name=path.name)
            run_in_background(
                task,
                lambda _: self._editor.say(saved),
                lambda error: self._editor.say(str(error)),
            )
