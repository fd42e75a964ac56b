"""Makes the sketches that the document asks for, in the background, the first few first."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.engine import Engine
from desktop.paint.cache import warm
from desktop.problems import problem_words
from desktop.sampling import Wish
from desktop.state.document import State
from desktop.state.doodle import Doodle


class SketchMaking(QObject):
    """Follows seed, categories, count, temperature and model; fills the document's `sketches`.

    `went_on(done, count)` tells how far it is; `rested` that nothing more comes.
    """

    went_on = Signal(int, int)
    rested = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = context.editor
        self._document = context.editor.document
        self._job: Job | None = None
        self._wish: Wish | None = None
        self._drawn: tuple[Engine | None, Wish | None, tuple[Doodle, ...]] = (None, None, ())
        self._document.observe(self._taught_changed, "taught")
        self._document.observe(
            self._make, "seed", "categories", "count", "temperature", "model", "problem"
        )

    def stop(self) -> None:
        """Ends it; what is there stays, and no more is asked for than that."""
        if self._job is not None:
            self._job.cancel()
        there = len(self._document.state.sketches)
        if there:
            self._document.update(count=there)
        self.rested.emit()

    def _taught_changed(self, state: State) -> None:
        """One's own categories count only where sketches of them are asked for."""
        if self._wish is not None and Wish.of(self._editor.engine, state) != self._wish:
            self._make(state)

    def _make(self, state: State) -> None:
        engine, count = self._editor.engine, state.count
        if self._job is not None:
            self._job.cancel()
        if engine.missing("sample"):
            self._wish = None
            self._document.update(sketches=())
            return
        wish = self._wish = Wish.of(engine, state)
        there = self._there(engine, wish, state)
        if len(there) >= count:
            self._document.update(sketches=there[:count])
            self._drawn = engine, wish, self._document.state.sketches
            self.rested.emit()
            return
        if there:
            self.went_on.emit(len(there), count)

        def task(job: Job) -> tuple[Doodle, ...]:
            doodles = there
            for doodles in wish.portions(engine, count, there):
                if job.cancelled:
                    break
                warm(doodles)
                if len(doodles) < count:
                    job.progress(doodles)
            return doodles

        def came(doodles: tuple[Doodle, ...]) -> None:
            if len(doodles) == count:
                self.rested.emit()
            else:
                self.went_on.emit(len(doodles), count)
            self._drawn = engine, wish, doodles
            self._document.update(sketches=doodles)

        self._job = run_in_background(
            task, came, self._failed, on_progress=came, replaces=self._job
        )

    def _there(self, engine: Engine, wish: Wish, state: State) -> tuple[Doodle, ...]:
        """Those of the same row that are shown already."""
        drawn_by, drawn_for, drawn = self._drawn
        same = drawn_by is engine and drawn_for == wish and drawn is state.sketches
        return drawn if same else ()

    def _failed(self, error: Exception) -> None:
        self.rested.emit()
        self._editor.say(problem_words(error))
