"""Saves very many doodles to a folder, portion by portion, with progress."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.dialogs.where import ask_folder
from desktop.engine import Engine
from desktop.files.folders import free_folder
from desktop.paint.export import PictureForm, picture_bytes
from desktop.problems import problem_words
from desktop.sampling import Wish
from desktop.sketches.many import PORTION, write_many
from desktop.sketches.many_dialog import ManyDialog
from desktop.views.questions import ask
from desktop.views.words import category_words, wish_words


class ManySaving(QObject):
    """`went_on(done, count)` tells how far it is; `rested` that nothing more comes.

    Each portion is a background job of its own, so that whatever else the window wants is done
    in between.
    """

    went_on = Signal(int, int)
    rested = Signal()

    def __init__(self, context: Context, widget: QWidget) -> None:
        super().__init__(widget)
        self._context = context
        self._editor = context.editor
        self._widget = widget
        self._job: Job | None = None
        self._folder = Path()
        self._done = self._count = 0
        self._ending = False
        context.actions["make_many"].triggered.connect(self.ask)

    @property
    def busy(self) -> bool:
        """Whether doodles are being saved."""
        return self._job is not None

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
        self._drop()
        engine = self._editor.engine
        wish = Wish.of(engine, self._editor.document.state)
        self._folder, self._done, self._count, self._ending = folder, 0, count, False
        self._go_on(
            write_many(
                engine,
                wish,
                count,
                folder,
                suffix,
                lambda doodles: picture_bytes(suffix, doodles, form),
                self._words(engine),
            )
        )

    def _words(self, engine: Engine) -> dict[str, str]:
        """For the names of files, in the language of now."""
        words = {name: category_words(name) for name in engine.categories}
        words |= {"any": self.tr("any"), "seed": self.tr("seed"), "again": self.tr("again")}
        return words

    def stop(self) -> None:
        """Ends it after the picture under way; what is written stays."""
        self._ending = True

    def may_close(self) -> bool:
        """Asks whether to end it before the window closes; False if the window should stay."""
        if not self.busy:
            return True
        answer = ask(
            self._widget.window(),
            self.tr("Doodles are still being saved. Stop?"),
            self.tr("Those that are in the folder already stay there."),
            [("stop", self.tr("Stop and close")), ("stay", self.tr("Go on"))],
        )
        if answer == "stop":
            self._drop()
        return answer == "stop"

    def _go_on(self, writing: Iterator[int]) -> None:
        def task(job: Job) -> None:
            for done in islice(writing, PORTION):
                job.progress(done)
                if job.cancelled or self._ending:
                    break

        self.went_on.emit(self._done, self._count)
        self._job = run_in_background(
            task, lambda _: self._came(writing), self._failed, on_progress=self._wrote
        )

    def _wrote(self, done: int) -> None:
        self._done = done
        self.went_on.emit(done, self._count)

    def _came(self, writing: Iterator[int]) -> None:
        if self._done < self._count and not self._ending:
            self._go_on(writing)
            return
        words = self.tr("{count} doodles are in “{folder}”.")
        if self._done < self._count:
            words = self.tr("Stopped: {count} doodles are in “{folder}”.")
        self._drop()
        count = QLocale().toString(self._done)
        self._editor.say(words.format(count=count, folder=self._folder.name))

    def _failed(self, error: Exception) -> None:
        self._drop()
        self._editor.say(problem_words(error))

    def _drop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.rested.emit()
