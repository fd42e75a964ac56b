"""Categories of one's own beyond the dialog: kept from session to session, given away, brought."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from aemodel.errors import DataError
from desktop.autosave import data_dir
from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.dialogs.where import ask_file
from desktop.engine import Engine
from desktop.files.taught import SUFFIX, SUFFIXES, read_all, read_one, write_all, write_one
from desktop.problems import problem_words
from desktop.state.document import State
from desktop.state.taught import MOST, Taught, free_name, teach, united


class Teaching(QObject):
    """Connects the action that brings a category from a file; the dialog teaches."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._actions = context.actions
        self._editor = context.editor
        self._window = window
        self._file = data_dir() / "categories.json"
        self._known: tuple[Taught, ...] = ()
        self._met: frozenset[str] = frozenset()
        self._read = False
        self._saving: Job | None = None
        context.actions["bring_category"].triggered.connect(self.ask)
        document = context.editor.document
        document.observe(self._keep, "taught")
        document.observe(self._enable, "model", "problem", "taught")
        self._enable(document.state)
        run_in_background(lambda job: read_all(self._file), self._loaded, self._not_loaded)

    def retranslate(self) -> None:
        """Texts."""
        self._enable(self._editor.document.state)

    # From one session to the next -------------------------------------------------------------

    def _loaded(self, taught: tuple[Taught, ...]) -> None:
        """Those of earlier sessions; the ones of this session win."""
        self._known, self._read = taught, True
        self._met |= {one.key for one in taught}
        document = self._editor.document
        document.update(taught=united(document.state.taught, taught))

    def _not_loaded(self, error: Exception) -> None:
        """Sets the damaged file aside, so that nothing overwrites it."""
        with suppress(OSError):
            self._file.replace(self._file.with_suffix(".damaged"))
        self._editor.say(problem_words(error))
        self._loaded(())

    def _keep(self, state: State) -> None:
        taught = state.taught
        self._met |= {one.key for one in taught}
        if taught == self._known or not self._read:
            return
        self._known, met = taught, self._met

        def task(job: Job) -> None:
            """Another window may have added some meanwhile; those known here may be deleted."""
            others: tuple[Taught, ...] = ()
            with suppress(DataError):
                others = tuple(one for one in read_all(self._file) if one.key not in met)
            write_all(self._file, united(taught, others))

        self._saving = run_in_background(
            task,
            lambda _: None,
            lambda error: self._editor.say(problem_words(error)),
            replaces=self._saving,
        )

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
        name = free_name(taught.name, [one.name for one in known])
        try:
            self._editor.teach(Taught(taught.key, name, taught.pixels))
        except DataError as error:
            self._editor.say(problem_words(error))

    def give(self, taught: Taught, parent: QWidget) -> None:
        """Asks for a file, then writes the category into it."""
        safe = "".join(c for c in taught.name if c.isalnum() or c in " -_").strip()
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
