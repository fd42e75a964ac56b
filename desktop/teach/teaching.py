"""Categories of one's own beyond the dialog: kept from session to session, given away, brought."""

from __future__ import annotations

from operator import attrgetter
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from aemodel.errors import DataError
from desktop.background import run_in_background
from desktop.context import Context
from desktop.dialogs.where import ask_file
from desktop.engine import Engine
from desktop.files.taught import SUFFIX, SUFFIXES, read_all, read_one, write_all, write_one
from desktop.lasting import Kind, Lasting
from desktop.problems import problem_words
from desktop.state.document import State
from desktop.state.taught import MOST, Taught, free_name, teach, united
from desktop.views.names import all_names

KEPT = Kind(
    field="taught",
    file="categories.json",
    read=read_all,
    write=write_all,
    key=attrgetter("key"),
    united=united,
)


class Teaching(QObject):
    """Connects the action that brings a category from a file; the dialog teaches."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._actions = context.actions
        self._editor = context.editor
        self._window = window
        self.lasting = Lasting(context.editor, KEPT)
        context.actions["bring_category"].triggered.connect(self.ask)
        document = context.editor.document
        document.observe(self._enable, "model", "problem", "taught")
        self._enable(document.state)

    def retranslate(self) -> None:
        """Texts."""
        self._enable(self._editor.document.state)

    def _enable(self, state: State) -> None:
        engine = self._editor.engine
        reason = engine.missing("encode") or engine.missing("sample")
        none = "" if state.taught else self.tr("You have not taught anything yet.")
        self._actions.enable("teach", reason)
        self._actions.enable("change_category", reason or none)

    # Files ------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Asks for the file of a category."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Choose the file of a category"),
            str(Path.home()),
            self.tr("Categories (*.category *.npz)"),
        )
        if name:
            self.open(Path(name))

    def take_file(self, path: Path) -> bool:
        """Opens the file of a category; False for any other, which is left alone."""
        mine = path.suffix.lower() in SUFFIXES
        if mine:
            self.open(path)
        return mine

    def open(self, path: Path) -> None:
        """Adds the category in a file to one's own, undoably."""
        engine = self._editor.engine
        run_in_background(
            lambda job: taught_of(read_one(path), engine),
            self._brought,
            lambda error: self._editor.say(problem_words(error)),
        )

    def _brought(self, taught: Taught) -> None:
        known = self._editor.document.state.taught
        same = next((one for one in known if one.pixels == taught.pixels), None)
        if same is not None:
            self._editor.document.update(categories=(same.key,))
            words = self.tr("You have these examples already: {name}.")
            self._editor.say(words.format(name=same.name))
            return
        shipped = all_names(self._editor.engine.categories)
        name = free_name(taught.name, [*shipped, *(one.name for one in known)])
        try:
            self._editor.teach(Taught(taught.key, name, taught.pixels))
        except DataError as error:
            self._editor.say(problem_words(error))

    def give(self, taught: Taught, parent: QWidget) -> None:
        """Asks for a file, then writes the category into it."""
        safe = " ".join("".join(c for c in taught.name if c.isalnum() or c in " -_").split())
        start = Path.home() / f"{safe or self.tr('Category')}{SUFFIX}"
        kinds = {SUFFIX: self.tr("Categories (*.category)")}
        path = ask_file(parent, self.tr("Save the category as"), start, kinds)
        if path is None:
            return
        engine = self._editor.engine
        run_in_background(
            lambda job: write_one(path, engine.learnt(taught)),
            lambda _: self._editor.say(self.tr("Saved {name}.").format(name=path.name)),
            lambda error: self._editor.say(problem_words(error)),
        )


def taught_of(learnt: Any, engine: Engine) -> Taught:
    """One's own copy of a `LearnedCategory`, by its drawings. Raises DataError.

    One without drawings is drawn from its latents, if the open model is the one that learnt it.
    """
    images = learnt.images
    if images is None:
        if learnt.model != engine.name:
            raise DataError(
                f"{learnt.name} comes without drawings and was learnt by the model "
                f"{learnt.model}; open that model, then bring it again."
            )
        images = engine.decode(learnt.latents[0])
    return teach(learnt.name, images[:MOST])
