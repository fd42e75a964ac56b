"""The models there are, and the one that is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from aemodel.bundle.manifest import MANIFEST_NAME
from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.engine import Engine
from desktop.files.folders import is_folder
from desktop.models import ModelEntry, NoneOpens, Unopened, known_models, open_first
from desktop.paint.cache import warm
from desktop.problems import problem_words
from desktop.theme import theme
from desktop.views.menu_button import give_menu
from desktop.views.names import model_words, reason_words, title_words
from desktop.views.questions import ask
from desktop.views.tips import plain_tip, tip_words

MOST_OWN = 6
WIDEST = 240


class ModelMenu(QObject):
    """Lists the bundles in the background, opens one, and tells `opened` with its name."""

    opened = Signal(str)

    def __init__(self, context: Context, menu: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._editor = context.editor
        self._menu = menu
        self._entries: list[ModelEntry] = []
        self._opening: Job | None = None
        self._asked_for = ""
        self._reasons: Sequence[Unopened] = ()
        self._own: Path | None = None
        self._lost = ""
        self._complaint = ""
        self._then: Callable[[], None] | None = None
        self._window = parent
        self._group: QActionGroup | None = None
        self.button = QToolButton()
        self.button.setObjectName("modelButton")
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        give_menu(self.button, menu)
        self._forgetting = QMenu(parent)
        self._forgetting.setToolTipsVisible(True)
        self._forgetting.aboutToShow.connect(self._fill_forgetting)
        self._show_icon()
        theme().changed.connect(self._show_icon)
        context.actions["open_model"].triggered.connect(self.ask)

    def start(self, asked_for: str = "") -> None:
        """Lists the models, then opens the one asked for, the one used last, or the first."""
        self._asked_for = asked_for
        values = self._context.settings.values
        own = list(values.own_models)
        if Path(values.model).is_absolute() and values.model not in own:
            own.append(values.model)
        run_in_background(lambda job: known_models(own), self._found, self._failed)

    def open(self, *candidates: str | Path) -> None:
        """Opens the first of them that can be; the model open now stays until then."""

        def task(job: Job) -> tuple[Engine, list[Unopened]]:
            engine, problems = open_first(candidates)
            state = self._editor.document.state
            warm(engine.prepare((state.current, *state.keyframes)))
            return engine, problems

        self._opening = run_in_background(task, self._done, self._failed, replaces=self._opening)

    def for_model(self, name: str, then: Callable[[], None]) -> None:
        """Does something that is made for the model of this name ("": for any), which opens first.

        Where it is not known, the open one has to do. What happens is said.
        """
        engine, path = self._editor.engine, self.path_of(name)
        self._then = None
        if not name or name == engine.name or engine.bundle is None:
            then()
        elif path is None:
            then()
            words = self.tr("Made with {model}, which is not here; {title} redraws it.")
            title = title_words(engine.bundle.title)
            self._editor.say(words.format(model=model_words(name), title=title))
        else:
            self._then = then
            self.open(path, engine.path)

    def ask(self) -> None:
        """Lets the person choose a model of their own: a zip, or `model.json` for its folder."""
        dialog = QFileDialog(self._window, self.tr("Open model"), str(self._folder()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Models (*.zip model.json)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.open_own)
        dialog.open()

    def open_own(self, file: str) -> None:
        """A zip, a folder, or the `model.json` in one; remembered for the next start."""
        path = Path(file).absolute()
        self._own = path.parent if path.name == MANIFEST_NAME else path
        self.open(self._own)

    def _folder(self) -> Path:
        """Where the newest of one's own lies."""
        own = reversed(self._context.settings.values.own_models)
        folders = (Path(key).parent for key in own)
        return next((folder for folder in folders if is_folder(folder)), Path.home())

    def path_of(self, name: str) -> Path | None:
        """Where the model of this name is, if it is known and sound."""
        found = (entry for entry in self._entries if entry.name == name and not entry.problem)
        entry = next(found, None)
        return None if entry is None else entry.path

    def retranslate(self) -> None:
        """Texts."""
        self.button.setAccessibleName(self.tr("Model"))
        self._forgetting.setTitle(self.tr("&Forget a model"))
        if self._reasons:
            self._editor.document.update(problem=self._words_of(self._reasons))
        self._fill()

    def _found(self, entries: list[ModelEntry]) -> None:
        self._entries = entries
        last = self._context.settings.values.model
        paths = [entry.path for entry in sorted(entries, key=lambda entry: entry.key != last)]
        if Path(last).is_absolute() and not any(entry.key == last for entry in entries):
            self._lost = "" if self._asked_for else last
        self.open(*([self._asked_for] if self._asked_for else paths))
        self._fill()

    def _done(self, result: tuple[Engine, list[Unopened]]) -> None:
        engine, problems = result
        self._opening = None
        self._reasons = ()
        self._editor.use(engine)
        entry = self._listed(engine)
        if self._own is not None and entry.is_at(self._own):
            self._remember(entry)
        words = self._words_of(problems)
        if self._lost:
            words = f"{self._lost_words(entry)} {words}".strip()
        self._own, self._lost = None, ""
        if words or self._complaint == self._editor.document.state.notice:
            self._editor.say(words)
        self._complaint = words
        self._fill()
        self.opened.emit(engine.name)
        if self._then is not None:
            made = self.tr("Made with {title}, which is open now.")
            self._editor.say(made.format(title=title_words(engine.bundle.title)))
            self._do_then()

    def _do_then(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _listed(self, engine: Engine) -> ModelEntry:
        """The row of an open model: a new one, where it is not among them yet."""
        path, title = Path(engine.path), str(engine.bundle.title)
        for number, entry in enumerate(self._entries):
            if entry.is_at(path):
                # Its file may be another one than at the start.
                self._entries[number] = replace(entry, name=engine.name, title=title, problem=None)
                return self._entries[number]
        self._entries.append(ModelEntry(path, engine.name, title, own=True))
        return self._entries[-1]

    def _remember(self, entry: ModelEntry) -> None:
        """Opens at the next start; if it is one's own, it stays in the list."""
        own = self._context.settings.values.own_models
        if entry.own and entry.key not in own:
            own = (*own, entry.key)[-MOST_OWN:]
        self._context.settings.change(model=entry.key, own_models=own)

    def _lost_words(self, entry: ModelEntry) -> str:
        return self.tr(
            "The model {path} is not where it was, so {title} is open; if it has moved, use "
            "Open model… in the Model menu."
        ).format(path=self._lost, title=title_words(entry.title))

    def _failed(self, error: Exception) -> None:
        self._opening = None
        self._own, self._lost = None, ""
        reasons = error.reasons if isinstance(error, NoneOpens) else (Unopened("", error),)
        if self._editor.engine.bundle is None:
            self._reasons = reasons  # they stay on screen, in whatever language
            self.retranslate()
        else:
            self._complaint = self._words_of(reasons)
            self._editor.say(self._complaint)
            self._fill()
        self._do_then()

    def _words_of(self, reasons: Sequence[Unopened]) -> str:
        """Each names the file that it is about: another one may be chosen in the meantime."""
        sentences = []
        for one in reasons:
            words = problem_words(one.reason)
            if one.name not in words:
                words = self.tr("{name}: {problem}").format(name=one.name, problem=words)
            sentences.append(words)
        return " ".join(sentences)

    def _choose(self, entry: ModelEntry) -> None:
        self._remember(entry)
        self.open(entry.path)

    def _forget(self, entry: ModelEntry) -> None:
        """Takes one's own off the menu, if that is meant; another opens in its place."""
        title = self._title(entry)
        details = self.tr("{path} stays where it is; Open model… brings it back.")
        answer = ask(
            self._window,
            self.tr("Take {title} off the menu?").format(title=title),
            details.format(path=entry.path),
            [("keep", self.tr("Keep it")), ("forget", self.tr("Take it off"))],
        )
        if answer != "forget" or entry not in self._entries:
            return
        self._entries.remove(entry)
        settings = self._context.settings
        own = tuple(key for key in settings.values.own_models if key != entry.key)
        last = settings.values.model
        settings.change(own_models=own, model="" if last == entry.key else last)
        if entry.is_at(self._editor.engine.path):
            self.open(*(other.path for other in self._entries if not other.problem))
        self._editor.say(self.tr("{title} is off the menu.").format(title=title))
        self._fill()

    def _fill(self) -> None:
        """One row a model, and beneath what the open one cannot do, with the reason."""
        menu, bundle = self._menu, self._editor.engine.bundle
        menu.clear()
        if self._group is not None:
            self._group.deleteLater()  # and with it the rows of before
        self._group = group = QActionGroup(menu)
        for number, entry in enumerate(self._entries, 1):
            action = QAction(self._short(self._title(entry)), group)
            action.setCheckable(True)
            action.setChecked(bundle is not None and entry.is_at(self._editor.engine.path))
            action.setEnabled(not entry.problem)
            tip = self.tr("Let this model redraw; the drawing stays")
            if entry.own:
                tip = f"{tip}: {entry.path}"
            if entry.problem:
                tip = problem_words(entry.problem)
                action.setProperty("reason", tip)
            elif number < 10:
                action.setShortcut(f"Alt+{number}")
            words = tip_words(self._title(entry), action.shortcuts(), tip)
            action.setToolTip(plain_tip(words))
            action.triggered.connect(partial(self._choose, entry))
            menu.addAction(action)
        if not self._entries:
            self._remark(self.tr("No model in assets/models"))
        if bundle is not None and bundle.missing:
            menu.addSeparator()
            for reason in dict.fromkeys(bundle.missing.values()):
                self._remark(reason_words(str(reason)))
        menu.addSeparator()
        for _, action in self._context.actions.of_menu("model"):
            menu.addAction(action)
        if any(entry.own for entry in self._entries):
            menu.addMenu(self._forgetting)
        title = self.tr("No model") if bundle is None else title_words(bundle.title)
        self.button.setText(self._short(title))
        tip = self.tr("The model that redraws")
        self.button.setToolTip(plain_tip(f"{title}\n{tip}"))

    def _remark(self, words: str) -> None:
        """A row that is only there to be read."""
        remark = self._menu.addAction(words)
        remark.setProperty("remark", True)
        remark.setEnabled(False)

    def _fill_forgetting(self) -> None:
        """A row for each of one's own."""
        self._forgetting.clear()
        for entry in filter(lambda entry: entry.own, self._entries):
            row = self._forgetting.addAction(self._short(self._title(entry)))
            row.setStatusTip(self.tr("Take this model of yours off the menu; its file stays"))
            row.setToolTip(plain_tip(f"{self._title(entry)}\n{entry.path}"))
            row.triggered.connect(partial(self._forget, entry))

    def _title(self, entry: ModelEntry) -> str:
        """Where it is another's too, with the name of its file."""
        title = title_words(entry.title)
        twice = sum(other.title == entry.title for other in self._entries) > 1
        return f"{title} ({entry.path.name})" if entry.own and twice else title

    def _short(self, title: str) -> str:
        """For a menu or a button: neither is to push anything else aside."""
        metrics = self.button.fontMetrics()
        return metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, WIDEST).replace("&", "&&")

    def _show_icon(self) -> None:
        self.button.setIcon(theme().icon("model"))
