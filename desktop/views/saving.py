"""Long saves: in the background, side by side, and no window closes over them unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.background import Job, run_in_background
from desktop.editor import Editor
from desktop.problems import problem_words
from desktop.views.questions import Question, ask_whether


class Run:
    """One of them: `done` of `count` parts are there; `stake` is what becomes of it if it ends now.

    `write(run)` works in the background, for as long as nothing else has to wait: it returns "" if
    there is more to do, else a sentence about what has come of it.
    """

    def __init__(self, count: int, write: Callable[[Run], str], stake: str) -> None:
        self.count, self.write, self.stake = count, write, stake
        self.done = 0
        self.ending = False
        self.job: Job | None = None

    def went_on(self, done: int) -> bool:
        """From the background: how far it is; False if it is to end."""
        assert self.job is not None
        self.job.progress(done)
        self.job.give_way()
        return not (self.ending or self.job.cancelled)


class Saving(QObject):
    """`went_on(done, count)` tells how far all of them are together, `rested` that none is left.

    `failed` that one of them comes to nothing, just before that is said.
    """

    went_on = Signal(int, int)
    rested = Signal()
    failed = Signal()

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._running: list[Run] = []
        self._ended: list[Run] = []
        self._said: list[str] = []

    @property
    def busy(self) -> bool:
        """Whether anything is being saved."""
        return bool(self._running)

    @property
    def stakes(self) -> list[str]:
        """What becomes of each of them if it ends now."""
        return [run.stake for run in self._running]

    def begin(self, run: Run) -> None:
        """Beside those that are under way."""
        self._running.append(run)
        self._go_on(run)

    def stop(self) -> None:
        """Ends them after the picture under way."""
        for run in self._running:
            run.ending = True

    def drop(self) -> None:
        """Ends them now, without a word."""
        for run in self._running:
            if run.job is not None:
                run.job.cancel()
        self._rest()

    def _go_on(self, run: Run) -> None:
        def task(job: Job) -> str:
            run.job = job
            return run.write(run)

        def failed(error: Exception) -> None:
            self.failed.emit()
            self._over(run, problem_words(error))

        self._tell()
        run.job = run_in_background(
            task,
            lambda words: self._over(run, words) if words else self._go_on(run),
            failed,
            on_progress=lambda done: self._wrote(run, done),
        )

    def _wrote(self, run: Run, done: int) -> None:
        run.done = done
        self._tell()

    def _tell(self) -> None:
        runs = [*self._ended, *self._running]
        self.went_on.emit(sum(run.done for run in runs), sum(run.count for run in runs))

    def _over(self, run: Run, words: str) -> None:
        """Said together with what came of those beside it, lest one sentence hides another."""
        self._running.remove(run)
        run.count = run.done
        self._ended.append(run)
        self._said.append(words)
        self._editor.say(" ".join(self._said))
        if self._running:
            self._tell()
        else:
            self._rest()

    def _rest(self) -> None:
        self._running, self._ended, self._said = [], [], []
        self.rested.emit()


class StopQuestion(Question):
    """Whether to stop, and what is at stake now; it goes when all is saved, or something failed."""

    def __init__(self, window: QWidget, savings: Sequence[Saving]) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window,
            translate("Saving", "Pictures are still being saved. Stop?"),
            "",
            [
                ("stay", translate("Saving", "Go on")),
                ("stop", translate("Saving", "Stop and close")),
            ],
        )
        self._savings = savings
        for saving in savings:
            saving.failed.connect(self._stay)
            saving.went_on.connect(self._look)
            saving.rested.connect(self._look)
        self._look()

    def _stay(self) -> None:
        self.give("stay")

    def _look(self) -> None:
        stakes = stakes_of(self._savings)
        if stakes:
            self.say_details("\n".join(stakes))
        elif not self.answer:
            self.give("saved")


def may_end(window: QWidget, savings: Sequence[Saving]) -> bool:
    """Asks before the window closes while something is being saved; False if it should stay."""
    if not stakes_of(savings):
        return True
    answer = ask_whether(StopQuestion(window, savings))
    if answer == "stop":
        for saving in savings:
            saving.drop()
    return answer in ("stop", "saved")


def stakes_of(savings: Iterable[Saving]) -> list[str]:
    """What is at stake in all of them."""
    return [stake for saving in savings for stake in saving.stakes]
