"""Saves several doodles as one picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.background import run_in_background
from desktop.context import Context
from desktop.dialogs.where import ask_picture_file
from desktop.files.atomic import write_atomically
from desktop.paint.sheet import Sheet, sheet_bytes
from desktop.problems import problem_words
from desktop.state.doodle import Doodle
from desktop.views.names import title_words
from desktop.views.words import credit_words, doodle_words


class ContactSheet(QObject):
    """Asks where to, and writes in the background."""

    def __init__(self, context: Context, widget: QWidget) -> None:
        super().__init__(widget)
        self._context = context
        self._widget = widget

    def ask(self, doodles: Sequence[Doodle], name: str) -> None:
        """Asks for a file, with a name to begin from, and saves."""
        settings, title = self._context.settings, self.tr("Save the contact sheet as")
        path = ask_picture_file(self._widget, settings, title, name)
        if path is not None:
            editor = self._context.editor
            bundle = editor.engine.bundle
            own = {} if bundle is None else {editor.engine.name: title_words(bundle.title)}
            captions = [doodle_words(doodle) for doodle in doodles]
            sheet = Sheet(doodles, captions, credit_words(doodles, own))
            saved = self.tr("Saved {name}.").format(name=path.name)
            run_in_background(
                lambda job: write_atomically(path, sheet_bytes(path.suffix, sheet)),
                lambda _: editor.say(saved),
                lambda error: editor.say(problem_words(error)),
            )
