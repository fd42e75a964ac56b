"""The models there are, and the one that is open."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.engine import Engine
from desktop.models import ModelEntry, installed_models, open_first
from desktop.theme import theme


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
        self.button = QToolButton()
        self.button.setObjectName("modelButton")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setMenu(menu)
        self._show_icon()
        theme().changed.connect(self._show_icon)

    def start(self, asked_for: str = "") -> None:
        """Lists the models, then opens the one asked for, the one used last, or the first."""
        self._asked_for = asked_for
        run_in_background(lambda job: installed_models(), self._found, self._failed)

    def open(self, *candidates: str | Path) -> None:
        """Opens the first of them that can be; the model open now stays until then."""
        self._opening = run_in_background(
            lambda job: open_first(candidates), self._done, self._failed, replaces=self._opening
        )

    def retranslate(self) -> None:
        """Texts."""
        self.button.setToolTip(self.tr("The model that redraws"))
        self.button.setAccessibleName(self.tr("Model"))
        self._fill()

    def _found(self, entries: list[ModelEntry]) -> None:
        self._entries = entries
        last = self._context.settings.values.model
        paths = [entry.path for entry in sorted(entries, key=lambda entry: entry.name != last)]
        self.open(*([self._asked_for] if self._asked_for else paths))
        self._fill()

    def _done(self, result: tuple[Engine, list[str]]) -> None:
        engine, problems = result
        self._opening = None
        self._editor.use(engine)
        if engine.name not in [entry.name for entry in self._entries]:
            title = str(engine.bundle.title)
            self._entries.append(ModelEntry(Path(engine.path), engine.name, title))
        if problems:
            self._editor.say(" ".join(problems))
        self._fill()
        self.opened.emit(engine.name)

    def _failed(self, error: Exception) -> None:
        self._opening = None
        sentence = QCoreApplication.translate("Problems", str(error))
        if self._editor.engine.bundle is None:
            self._editor.document.update(problem=sentence)
        else:
            self._editor.say(sentence)
        self._fill()

    def _choose(self, entry: ModelEntry) -> None:
        self._context.settings.change(model=entry.name)
        self.open(entry.path)

    def _fill(self) -> None:
        """One row a model, and beneath what the open one cannot do, with the reason."""
        menu, bundle = self._menu, self._editor.engine.bundle
        menu.clear()
        group = QActionGroup(menu)
        for number, entry in enumerate(self._entries, 1):
            action = QAction(entry.title, group)
            action.setCheckable(True)
            action.setChecked(bundle is not None and entry.name == bundle.name)
            action.setEnabled(not entry.problem)
            tip = entry.problem or self.tr("Let this model redraw; the drawing stays")
            if number < 10 and not entry.problem:
                action.setShortcut(f"Alt+{number}")
                tip = f"{tip} (Alt+{number})"
            action.setToolTip(tip)
            action.triggered.connect(partial(self._choose, entry))
            menu.addAction(action)
        if not self._entries:
            menu.addAction(self.tr("No model in assets/models")).setEnabled(False)
        if bundle is not None and bundle.missing:
            menu.addSeparator()
            for reason in dict.fromkeys(bundle.missing.values()):
                menu.addAction(str(reason)).setEnabled(False)
        self.button.setText(self.tr("No model") if bundle is None else str(bundle.title))

    def _show_icon(self) -> None:
        self.button.setIcon(theme().icon("model"))
