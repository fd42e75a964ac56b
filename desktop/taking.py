"""Taking doodles away: as files, and through the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.dialogs.export import ExportDialog
from desktop.dialogs.where import PNG, ask_picture_file
from desktop.files.atomic import write_atomically
from desktop.paint.export import PictureForm, picture_bytes
from desktop.problems import problem_words
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.views.carrying import doodle_mime
from desktop.views.words import doodle_words


class Taking(QObject):
    """Connects the actions for the current doodle, and takes any other when the editor is asked.

    The form that was chosen last is where the next question begins.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self.context = context
        self.editor = context.editor
        self.form = PictureForm()
        self.suffix = PNG
        self._window = window
        context.actions["export_picture"].triggered.connect(lambda: self.ask(self.editor.current))
        context.actions["copy"].triggered.connect(lambda: self.copy(self.editor.current))
        self.editor.to_take_away.connect(self.ask)
        self.editor.to_copy.connect(self.copy)
        self.editor.document.observe(self._current_changed, "current")
        self._current_changed(self.editor.document.state)

    def copy(self, doodle: Doodle, form: PictureForm | None = None) -> None:
        """Puts it on the clipboard as a doodle, a PNG and an SVG at once."""

        def put(read: Doodle) -> None:
            QGuiApplication.clipboard().setMimeData(doodle_mime(read, form))
            self.editor.say(self.tr("Copied: paste it here, or into another program."))

        engine = self.editor.engine
        if doodle.glance:
            run_in_background(lambda job: engine.closely(doodle), put, lambda _: put(doodle))
        elif not doodle.blank:
            put(doodle)

    def ask(self, doodle: Doodle) -> None:
        """Asks for the form, then for the file."""
        dialog = ExportDialog(self._window, doodle, self.form, self.suffix)

        def accepted() -> None:
            self.form, self.suffix = dialog.form(), dialog.suffix()
            self.save(doodle)

        dialog.accepted.connect(accepted)
        dialog.copied.connect(lambda: self.copy(doodle, dialog.form()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, doodle: Doodle) -> None:
        """Asks for a file, then writes the doodle in the form chosen last."""
        path = ask_picture_file(
            self._window,
            self.context.settings,
            self.tr("Save the doodle as"),
            doodle_words(doodle) or self.tr("Doodle"),
            self.suffix,
        )
        if path is not None:
            self.write(path, doodle, self.form)

    def write(self, path: Path, doodle: Doodle, form: PictureForm) -> None:
        """Writes PNG or SVG, as the name says, in the background."""
        engine = self.editor.engine

        def task(job: Job) -> None:
            read = engine.closely(doodle)
            write_atomically(path, picture_bytes(path.suffix, [read], form))

        run_in_background(
            task,
            lambda _: self.editor.say(self.tr("Saved {name}.").format(name=path.name)),
            lambda error: self.editor.say(problem_words(error)),
        )

    def retranslate(self) -> None:
        """Texts."""
        self._current_changed(self.editor.document.state)

    def _current_changed(self, state: State) -> None:
        blank = self.tr("Draw or choose a doodle first.") if state.current.blank else ""
        for name in ("export_picture", "copy"):
            self.context.actions.enable(name, blank)
