"""The session file of a window: new, open, save, recent files, recovery, unsaved changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu

from aemodel.errors import DataError
from desktop.autosave import Autosave
from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.dialogs.where import ask_file
from desktop.files.folders import is_file, is_folder
from desktop.files.recipe import carries_recipe, doodles_of_file
from desktop.files.session import SUFFIX, read_session, write_session
from desktop.model_menu import ModelMenu
from desktop.paint.cache import warm
from desktop.paint.curves import warm_curves
from desktop.pictures import SUFFIXES as PICTURES
from desktop.problems import problem_words
from desktop.recovery import Left, Recovery
from desktop.settings import settings_dir
from desktop.state.document import MOST_KEPT, State
from desktop.state.doodle import Doodle
from desktop.state.mix import Direction, together
from desktop.state.origin import Learnt
from desktop.state.taught import Taught, united
from desktop.views.questions import ask
from desktop.views.words import list_words

MOST_RECENT = 8
AT_FIRST = 48
"""So many doodles of the shelf may be in sight as soon as it is shown."""


class Session(QObject):
    """Connects the file actions; the window asks `may_close` and tells `started` and `ended`.

    `chosen` tells a file that is to be opened, whatever it is; `began`, that another session, be it
    an empty one, is in the window.

    `unattended`: nobody is there to answer (the window tests itself); nothing is asked or kept.
    """

    chosen = Signal(Path)
    began = Signal()

    def __init__(self, context: Context, models: ModelMenu, window: QMainWindow) -> None:
        super().__init__(window)
        self.context = context
        self.editor = context.editor
        self.unattended = False
        self._over = False
        self.path: Path | None = None
        self._window = window
        self._models = models
        self._opening: Job | None = None
        self.autosave = Autosave(self.editor.document, self._to_lose, lambda: self.path, self)
        self.recovery = Recovery(self.autosave, window)
        self.recovery.chosen.connect(self._bring_back)
        self.recent = QMenu(window)
        self.recent.setToolTipsVisible(True)
        actions = context.actions
        actions["new_session"].triggered.connect(self.new)
        actions["open"].triggered.connect(self.choose)
        actions["save"].triggered.connect(self.save)
        actions["save_as"].triggered.connect(self.save_as)
        self.recent.aboutToShow.connect(self._fill_recent)
        self.editor.undo_stack.indexChanged.connect(self._show_title)
        self.editor.undo_stack.cleanChanged.connect(self._show_title)
        self.editor.undo_stack.cleanChanged.connect(self._clean_changed)

    def started(self) -> None:
        """After the first frame: looks for what a crash has left."""
        if self.unattended:
            return
        self.autosave.start()
        self.recovery.look()

    def ended(self) -> None:
        """The window is closed and background work done: the copy is not needed any more."""
        if not self._over:
            self._over = True
            self.editor.undo_stack.indexChanged.disconnect(self._show_title)
            self.editor.undo_stack.cleanChanged.disconnect(self._show_title)
            self.editor.undo_stack.cleanChanged.disconnect(self._clean_changed)
            self.autosave.stop()

    def may_close(self) -> bool:
        """Asks what to do with unsaved changes; False if the window should stay."""
        return self._may_leave(
            self.tr("Save what you made before closing?"), self.tr("Close without saving")
        )

    def _may_open(self) -> bool:
        """Asks the same before what is made gives way to another session."""
        return self._may_leave(
            self.tr("Save what you made before something else is opened?"),
            self.tr("Open without saving"),
        )

    def _may_leave(self, question: str, without: str) -> bool:
        if not self.unsaved():
            return True
        lost = self.tr("Without saving, the changes since the last save are gone.")
        if self.path is None:
            lost = self.tr("It has never been saved: without saving, all of it is gone.")
        answer = ask(
            self._window,
            question,
            lost,
            [("save", self.tr("Save")), ("drop", without), ("stay", self.tr("Keep drawing"))],
        )
        return answer == "drop" or (answer == "save" and self.save(wait=True))

    def unsaved(self) -> bool:
        """Whether there is anything that would be lost."""
        self.editor.commit()
        return self.editor.unsaved and not (self.unattended or self._over)

    def _to_lose(self) -> bool:
        """Whether a crash would lose anything; a stroke under way, a lesson are no steps yet."""
        lesson = self.editor.document.state.lesson
        return bool(lesson or self.editor.gesture or self.editor.unsaved)

    def _clean_changed(self, clean: bool) -> None:
        if clean:
            self.autosave.save()

    def retranslate(self) -> None:
        """Texts."""
        self.recent.setTitle(self.tr("Open &recent"))
        self._show_title()

    # New, open, save --------------------------------------------------------------------------

    def new(self) -> None:
        """An empty session; the models stay open, the directions stay known."""
        if self._may_leave(
            self.tr("Save what you made before you start anew?"), self.tr("Start without saving")
        ):
            names = ("current", "keyframes", "terms", "groups", "collection", "way")
            state = State()
            self._show({name: getattr(state, name) for name in names}, None)

    def choose(self) -> None:
        """Asks for a file of any kind that the window understands; `chosen` tells which."""
        patterns = " ".join(f"*.{suffix}" for suffix in PICTURES)
        both = f"*{SUFFIX} {patterns}"
        kinds = [
            self.tr("Sessions, pictures and morphs ({patterns})").format(patterns=both),
            self.tr("Sessions (*.doodle)"),
            self.tr("Pictures and morphs ({patterns})").format(patterns=patterns),
            self.tr("All files (*)"),
        ]
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a file"), str(self._folder()), ";;".join(kinds)
        )
        if name:
            self.chosen.emit(Path(name))

    def open(self, path: Path) -> None:
        """Opens a session, or takes the doodles out of a picture that was made here."""
        run_in_background(
            lambda job: (
                read_session(path)
                if path.suffix.lower() == SUFFIX
                else (doodles_of_file(path), path.name)
            ),
            partial(self._opened, path),
            lambda error: self.editor.say(problem_words(error)),
        )

    def take_file(self, path: Path) -> bool:
        """Opens a file that was made here; False for any other, which is left alone."""
        made_here = path.suffix.lower() == SUFFIX or carries_recipe(path)
        if made_here:
            self.open(path)
        return made_here

    def take(self, doodles: tuple[Doodle, ...]) -> None:
        """Doodles that come from a picture: one becomes the current one, several are kept.

        What a model has made waits for that model, if it is known.
        """
        made = doodles and doodles[0].of_model
        self._models.for_model(doodles[0].model if made else "", partial(self._take, doodles))

    def _take(self, doodles: tuple[Doodle, ...]) -> None:
        engine, state = self.editor.engine, self.editor.document.state
        revived = tuple(engine.revived(doodle) for doodle in doodles[:1])
        taught = united(state.taught, taught_of(doodles))
        new = taught[len(state.taught) :]
        along: dict[str, Any] = {"taught": taught} if new else {}
        if len(state.collection) + len(doodles) > MOST_KEPT:
            self.editor.keep(doodles)  # says so
        elif len(doodles) == 1:
            current = engine.adapt(revived[0])
            self.editor.change(self.tr("Open doodle"), current=current, **along)
        elif doodles:
            self.editor.change(
                self.tr("Open doodles"),
                current=engine.adapt(revived[0]),
                collection=state.collection + doodles,
                **along,
            )
            words = self.tr("{count} doodles are on the shelf now.")
            self.editor.kept.emit(words.format(count=len(doodles)))
        self._say_brought((), new)

    def save(self, *, wait: bool = False) -> bool:
        """To the file it came from, or asks for one. Whether it is (with `wait`: was) written."""
        return self.save_as(wait=wait) if self.path is None else self._write(self.path, wait)

    def save_as(self, *, wait: bool = False) -> bool:
        """Asks for a file to save to. Whether it is (with `wait`: was) written."""
        start = self.path or self._folder() / (self.tr("My doodles") + SUFFIX)
        kinds = {SUFFIX: self.tr("Sessions (*.doodle)")}
        path = ask_file(self._window, self.tr("Save the session as"), start, kinds)
        return path is not None and self._write(path, wait)

    def _write(self, path: Path, wait: bool) -> bool:
        self.editor.commit()
        state, step = self.editor.document.state, self.editor.undo_stack.index()
        if wait:
            try:
                write_session(path, state)
            except DataError as error:
                self.editor.say(problem_words(error))
                return False
            self._written(path, step)
        else:
            run_in_background(
                lambda job: write_session(path, state),
                lambda _: self._written(path, step),
                lambda error: self.editor.say(problem_words(error)),
            )
        return True

    def _written(self, path: Path, step: int) -> None:
        self.path = path
        if step == self.editor.undo_stack.index():
            self.editor.undo_stack.setClean()
        else:
            self.autosave.save()  # which belongs there now
        self._remember(path)
        self._show_title()
        self.editor.say(self.tr("Saved {name}.").format(name=path.name))

    def _opened(self, path: Path, content: tuple[Any, str]) -> None:
        fields, extra = content
        if not isinstance(fields, dict):
            if fields:
                self.take(fields)
            else:
                words = self.tr("{name} was not made by Doodlescape; open it as a picture instead.")
                self.editor.say(words.format(name=path.name))
            return
        if self._may_open():
            self._models.for_model(extra, partial(self._prepare, fields, path))

    def _bring_back(self, left: Left) -> None:
        """What a crash has left; it replaces nothing unasked."""
        if self._may_open():
            shown = partial(self._prepare, left.fields, left.home, left.copy)
            self._models.for_model(left.model, shown)

    def _prepare(self, fields: dict[str, Any], path: Path | None, left: Path | None = None) -> None:
        """Reads closely and outlines what will be in sight, then shows it.

        left: the copy that it comes from, where a crash has left one.
        """
        engine = self.editor.engine

        def task(job: Job) -> Doodle:
            current: Doodle = fields["current"]
            if not current.blank:
                current = engine.revived(current)
            warm(engine.prepare((current, *fields["keyframes"])))
            warm((*fields["sketches"], *fields["collection"][:AT_FIRST]))
            warm_curves(current.ink or ())
            return current

        def prepared(current: Doodle) -> None:
            self._show(fields | {"current": current}, path)
            if left is not None:
                # Not saved anywhere yet: closing must ask.
                self.editor.undo_stack.resetClean()
                self.autosave.take_over(left)

        self._opening = run_in_background(
            task,
            prepared,
            lambda error: self.editor.say(problem_words(error)),
            replaces=self._opening,
        )

    def _show(self, fields: dict[str, Any], path: Path | None) -> None:
        self.editor.commit()
        known = self.editor.document.state
        directions = together(known.directions, fields.get("directions", ()))
        taught = united(known.taught, fields.get("taught", ()))
        fields = fields | {
            "directions": directions,
            "taught": taught,
            "lesson": known.lesson or fields.get("lesson", ()),
        }
        self.editor.restore(fields)
        self.editor.undo_stack.clear()
        self.path = path
        if path is not None:
            self._remember(path)
        self._show_title()
        self.began.emit()
        self._say_brought(directions[len(known.directions) :], taught[len(known.taught) :])
        if fields["lesson"]:
            self._go_on_teaching()

    def _say_brought(self, directions: Sequence[Direction], taught: Sequence[Taught]) -> None:
        """What came along with doodles and stays, here and in later sessions."""
        said = []
        if directions:
            names = list_words([direction.name for direction in directions])
            words = self.tr("New directions came along with it: {names}.")
            said.append(words.format(names=names))
        if taught:
            names = list_words([category.name for category in taught])
            said.append(self.tr("Taught along with it: {names}.").format(names=names))
        if said:
            self.editor.say(" ".join(said))

    def _go_on_teaching(self) -> None:
        """At once, or as soon as there is a model to teach."""
        action = self.context.actions["teach"]
        if action.isEnabled():
            action.trigger()
        else:
            once = Qt.ConnectionType.SingleShotConnection
            self._models.opened.connect(lambda name: action.trigger(), once)

    # Recent files and the title ---------------------------------------------------------------

    def recent_files(self) -> list[Path]:
        """The newest first."""
        names = self._store().value("recent", [])
        listed = names if isinstance(names, list) else [names] if names else []
        return [Path(str(name)) for name in listed][:MOST_RECENT]

    def _remember(self, path: Path) -> None:
        path = path.absolute()
        others = [other for other in self.recent_files() if other != path]
        store = self._store()
        store.setValue("recent", [str(name) for name in [path, *others][:MOST_RECENT]])
        store.sync()

    def _fill_recent(self) -> None:
        self.recent.clear()
        there = [path for path in self.recent_files() if is_file(path)]
        for number, path in enumerate(there, 1):
            name = path.name.replace("&", "&&")
            action = self.recent.addAction(f"&{number}  {name}", partial(self.open, path))
            action.setToolTip(str(path))
        if not there:
            remark = self.recent.addAction(self.tr("Nothing yet"))
            remark.setProperty("remark", True)
            remark.setEnabled(False)
        if self.autosave.abandoned():
            self.recent.addSeparator()
            self.recent.addAction(self.tr("Left by a &crash…"), self.recovery.look)

    def _folder(self) -> Path:
        """That of the newest file that still is where it was."""
        folders = (path.parent for path in self.recent_files() if is_folder(path.parent))
        return next(folders, Path.home())

    def _store(self) -> QSettings:
        return QSettings(str(settings_dir() / "recent.ini"), QSettings.Format.IniFormat)

    def _show_title(self) -> None:
        name = self.tr("New doodles") if self.path is None else self.path.stem
        self._window.setWindowTitle(f"{name}[*] — Doodlescape")
        self._window.setWindowModified(self.editor.unsaved)


def taught_of(doodles: Iterable[Doodle]) -> list[Taught]:
    """The categories of one's own that doodles are sketches of, as far as they bring them."""
    origins = [doodle.origin for doodle in doodles]
    found = [origin.taught for origin in origins if isinstance(origin, Learnt)]
    return [taught for taught in found if taught is not None]
