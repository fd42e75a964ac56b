"""Saves very many doodles to a folder, portion by portion, with progress."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from desktop.context import Context
from desktop.dialogs.where import ask_folder
from desktop.engine import Engine
from desktop.files.folders import free_folder
from desktop.paint.export import PictureForm, picture_bytes
from desktop.sampling import Wish
from desktop.sketches.many import PORTION, write_many
from desktop.sketches.many_dialog import ManyDialog
from desktop.views.saving import Run, Saving
from desktop.views.words import category_words, wish_words


class ManySaving(Saving):
    """From the question to the files."""

    def __init__(self, context: Context, widget: QWidget) -> None:
        super().__init__(context.editor, widget)
        self._context = context
        self._widget = widget
        context.actions["make_many"].triggered.connect(self.ask)

    def ask(self) -> None:
        """Asks how many, in which form and where, and begins."""
        wish = Wish.of(self._editor.engine, self._editor.document.state)
        what = wish_words(wish)
        dialog = ManyDialog(self._widget, what, wish.seed, wish.temperature)

        def wanted() -> None:
            title = self.tr("Folder for the doodles")
            folder = ask_folder(dialog, self._context.settings, title)
            if folder is not None:
                dialog.accept()
                # Thousands of files are not to be strewn among others, nor to replace any.
                name = self.tr("{what}, seed {seed}").format(what=what, seed=wish.seed)
                form = PictureForm(side=dialog.side.value())
                self.save(dialog.count.value(), free_folder(folder, name), dialog.suffix(), form)

        dialog.wanted.connect(wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, count: int, folder: Path, suffix: str, form: PictureForm) -> None:
        """Writes `count` doodles, as the document asks for them now, in the background."""
        engine = self._editor.engine
        wish = Wish.of(engine, self._editor.document.state)
        writing = write_many(
            engine,
            wish,
            count,
            folder,
            suffix,
            lambda doodles: picture_bytes(suffix, doodles, form),
            self._words(engine),
        )
        whole = self.tr("{count} doodles are in “{folder}”.")
        part = self.tr("Stopped: {count} doodles are in “{folder}”.")
        there = 0

        def write(run: Run) -> str:
            """A portion: whatever else the window wants is done in between."""
            nonlocal there
            for there in islice(writing, PORTION):
                if not run.went_on(there):
                    break
            if there < count and not run.ending:
                return ""
            words = whole if there == count else part
            return words.format(count=QLocale().toString(there), folder=folder.name)

        stake = self.tr("The doodles that are in “{folder}” already stay there.")
        self.begin(Run(count, write, stake.format(folder=folder.name)))

    def _words(self, engine: Engine) -> dict[str, str]:
        """For the names of files, in the language of now."""
        words = {name: category_words(name) for name in engine.categories}
        words |= {"any": self.tr("any"), "seed": self.tr("seed"), "again": self.tr("again")}
        return words
