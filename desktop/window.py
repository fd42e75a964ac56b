"""The window: menus, tool bar and docks around the panels, and the model that they share."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QEvent,
    QSettings,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QIcon, QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from aemodel.assets import assets_dir
from desktop.actions import MENUS, Actions
from desktop.background import Job, run_in_background, stop_background
from desktop.canvas.panel import DrawPanel
from desktop.context import Context
from desktop.editor import Editor
from desktop.engine import Engine
from desktop.models import ModelEntry, installed_models, open_first
from desktop.settings import SettingsStore, settings_dir
from desktop.state.document import State
from desktop.theme import GRID, theme
from desktop.views.map_panel import MapPanel
from desktop.views.morph import MorphPanel
from desktop.views.panel import Panel, PanelDock, action_button
from desktop.views.seen import SeenPanel
from desktop.views.sketches import SketchesPanel
from desktop.views.toast import Toast

LAYOUT_VERSION = 1


class MainWindow(QMainWindow):
    """`painted` tells once that the first frame is on screen; `model_opened` each model."""

    painted = Signal()
    model_opened = Signal(str)

    def __init__(self, settings: SettingsStore, model: str = "") -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Doodlescape")
        self.setWindowIcon(QIcon(str(assets_dir() / "icons" / "doodlescape.svg")))
        self.editor = Editor(self)
        self.actions_ = Actions(self)
        self.context = Context(self.editor, settings, self.actions_)
        self._wanted_model = model
        self._entries: list[ModelEntry] = []
        self._opening: Job | None = None
        self._painted = False
        self._layout_file = settings_dir() / "layout.ini"
        self.draw = DrawPanel(self.context)
        self.seen = SeenPanel(self.context)
        self.map = MapPanel(self.context)
        self.sketches = SketchesPanel(self.context)
        self.morph = MorphPanel(self.context)
        self.docks = {
            panel.name: PanelDock(panel)
            for panel in (self.draw, self.seen, self.map, self.sketches, self.morph)
        }
        self._menus: dict[str, QMenu] = {}
        self._build_menus()
        self._build_bar()
        self._toast = Toast(self)
        self._connect()
        self._arrange()
        self._restore_layout()
        self.retranslate()
        theme().choose(settings.values.theme)

    @property
    def panels(self) -> list[Panel]:
        """All panels, in reading order."""
        return [dock.panel for dock in self.docks.values()]

    # Models -----------------------------------------------------------------------------------

    def open_model(self, *candidates: str | Path) -> None:
        """Opens the first of the models that can be; the one open now stays until then."""
        self._opening = run_in_background(
            lambda job: open_first(candidates),
            self._model_opened,
            self._model_failed,
            replaces=self._opening,
        )

    def _find_models(self) -> None:
        """After the first frame: lists the models and opens the one wanted."""
        chosen = self._wanted_model

        def found(entries: list[ModelEntry]) -> None:
            self._entries = entries
            remembered = self.context.settings.values.model
            names = [entry.name for entry in entries]
            first = [remembered] if remembered in names else []
            paths = [entry.path for entry in entries if entry.name in first]
            paths += [entry.path for entry in entries if entry.path not in paths]
            self.open_model(*([chosen] if chosen else paths))
            self._fill_model_menu()

        run_in_background(lambda job: installed_models(), found, self._model_failed)

    def _model_opened(self, opened: tuple[Engine, list[str]]) -> None:
        engine, problems = opened
        self._opening = None
        self.editor.use(engine)
        if problems:
            self.editor.say(" ".join(problems))
        if engine.name in [entry.name for entry in self._entries] and not self._wanted_model:
            self.context.settings.change(model=engine.name)
        self._fill_model_menu()
        self.model_opened.emit(engine.name)

    def _model_failed(self, error: Exception) -> None:
        self._opening = None
        if self.editor.engine.bundle is None:
            self.editor.document.update(problem=str(error))
        else:
            self.editor.say(str(error))
        self._fill_model_menu()

    def _fill_model_menu(self) -> None:
        menu = self._menus["model"]
        menu.clear()
        group = QActionGroup(menu)
        name = self.editor.engine.name
        for number, entry in enumerate(self._entries, 1):
            action = QAction(entry.title, group)
            action.setCheckable(True)
            action.setChecked(entry.name == name)
            action.setEnabled(not entry.problem)
            tip = entry.problem or self.tr("Let this model redraw; the drawing stays")
            if number < 10:
                action.setShortcut(f"Alt+{number}")
                tip = entry.problem or f"{tip} (Alt+{number})"
            action.setToolTip(tip)
            action.triggered.connect(lambda _, path=entry.path: self._choose_model(path))
            menu.addAction(action)
        if not self._entries:
            none = menu.addAction(self.tr("No model in assets/models"))
            none.setEnabled(False)
        self._model_button.setText(self._model_title())
        self._show_lacks()

    def _choose_model(self, path: Path) -> None:
        self._wanted_model = ""
        self.open_model(path)

    def _model_title(self) -> str:
        bundle = self.editor.engine.bundle
        return self.tr("No model") if bundle is None else str(bundle.title)

    def _show_lacks(self) -> None:
        """Beneath the models: what the open one cannot do, and why."""
        bundle = self.editor.engine.bundle
        if bundle is None or not bundle.missing:
            return
        menu = self._menus["model"]
        menu.addSeparator()
        for reason in dict.fromkeys(bundle.missing.values()):
            menu.addAction(str(reason)).setEnabled(False)

    # Building ---------------------------------------------------------------------------------

    def _build_menus(self) -> None:
        for name, _ in MENUS:
            menu = self.menuBar().addMenu("")
            menu.setToolTipsVisible(True)
            self._menus[name] = menu
            last = None
            for section, action in self.actions_.of_menu(name):
                if last is not None and section != last:
                    menu.addSeparator()
                last = section
                menu.addAction(action)
        view = self._menus["view"]
        view.addSeparator()
        for number, dock in enumerate(self.docks.values(), 1):
            toggle = dock.toggleViewAction()
            toggle.setShortcut(f"Ctrl+Alt+F{number}")
            view.addAction(toggle)
            self.addAction(toggle)

    def _build_bar(self) -> None:
        bar = QToolBar()
        bar.setObjectName("bar")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.toggleViewAction().setVisible(False)
        self._bar = bar
        mark = QLabel()
        mark.setPixmap(self.windowIcon().pixmap(QSize(26, 26), self.devicePixelRatioF()))
        mark.setContentsMargins(4, 0, 6, 0)
        word = QLabel("Doodlescape")
        word.setObjectName("wordmark")
        self._model_button = QToolButton()
        self._model_button.setObjectName("modelButton")
        self._model_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._model_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._model_button.setMenu(self._menus["model"])
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(mark)
        bar.addWidget(word)
        bar.addSeparator()
        bar.addWidget(self._model_button)
        bar.addWidget(gap)
        bar.addWidget(action_button(self.actions_["toggle_theme"]))
        self.addToolBar(bar)

    def _connect(self) -> None:
        actions, settings = self.actions_, self.context.settings
        stack = self.editor.undo_stack
        actions["quit"].triggered.connect(self.close)
        actions["undo"].triggered.connect(self.editor.undo)
        actions["redo"].triggered.connect(self.editor.redo)
        stack.canUndoChanged.connect(actions["undo"].setEnabled)
        stack.canRedoChanged.connect(actions["redo"].setEnabled)
        actions["undo"].setEnabled(False)
        actions["redo"].setEnabled(False)
        for choice in ("system", "light", "dark"):
            actions[f"theme_{choice}"].triggered.connect(
                lambda _, choice=choice: settings.change(theme=choice)
            )
        actions["toggle_theme"].triggered.connect(
            lambda: settings.change(theme="light" if theme().dark else "dark")
        )
        actions["full_screen"].toggled.connect(self._full_screen)
        actions["reset_layout"].triggered.connect(self._arrange)
        settings.changed.connect(self._settings_changed)
        theme().changed.connect(self._theme_changed)
        self._settings_changed()
        self._theme_changed()
        self.editor.document.observe(lambda state: self._toast.say(state.notice), "notice")
        self.editor.document.observe(self._show_title, "model")

    def _settings_changed(self) -> None:
        choice = self.context.settings.values.theme
        self.actions_[f"theme_{choice}"].setChecked(True)
        theme().choose(choice)

    def _theme_changed(self) -> None:
        dark = theme().dark
        self.actions_["toggle_theme"].setIcon(theme().icon("light" if dark else "dark"))
        self._model_button.setIcon(theme().icon("model"))

    def _full_screen(self, on: bool) -> None:
        if on:
            self.showFullScreen()
        else:
            self.showNormal()

    def _show_title(self, state: State) -> None:
        self._model_button.setText(self._model_title())

    def _arrange(self) -> None:
        """The panels' first places: three columns above, sketches and morph beneath."""
        self.setDockNestingEnabled(True)
        self.setContentsMargins(GRID, 0, GRID, GRID)
        left = Qt.DockWidgetArea.LeftDockWidgetArea
        draw, seen, map_, sketches, morph = (
            self.docks[name] for name in ("draw", "seen", "map", "sketches", "morph")
        )
        for dock in self.docks.values():
            self.removeDockWidget(dock)
            dock.setFloating(False)
        self.addDockWidget(left, draw)
        self.splitDockWidget(draw, sketches, Qt.Orientation.Vertical)
        self.splitDockWidget(sketches, morph, Qt.Orientation.Horizontal)
        self.splitDockWidget(draw, seen, Qt.Orientation.Horizontal)
        self.splitDockWidget(seen, map_, Qt.Orientation.Horizontal)
        for dock in self.docks.values():
            dock.show()
        self._share_space()

    def _share_space(self) -> None:
        width, height = self.width(), self.height()
        top = [self.docks[name] for name in ("draw", "seen", "map")]
        bottom = [self.docks[name] for name in ("sketches", "morph")]
        self.resizeDocks(top, [width] * 3, Qt.Orientation.Horizontal)
        self.resizeDocks(bottom, [width] * 2, Qt.Orientation.Horizontal)
        # The upper row is as high as square pages with their captions need.
        room = height - self._bar.height() - self.menuBar().height() - 2 * GRID
        low = min(max(176, room - width // 3 - 104), room // 2)
        self.resizeDocks([top[0], bottom[0]], [room - low, low], Qt.Orientation.Vertical)

    def _restore_layout(self) -> None:
        stored = QSettings(str(self._layout_file), QSettings.Format.IniFormat)
        geometry, state = stored.value("geometry"), stored.value("state")
        known = isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)
        if not known:
            room = self.screen().availableGeometry().size()
            self.resize(QSize(1280, 832).boundedTo(room))
        if not (isinstance(state, QByteArray) and self.restoreState(state, LAYOUT_VERSION)):
            QTimer.singleShot(0, self._share_space)

    # Events -----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Before any layout is remembered."""
        return QSize(1280, 832)

    def minimumSizeHint(self) -> QSize:
        """Smaller than the smallest screen meant."""
        return QSize(900, 600)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first one starts the clock for everything that the first frame can do without."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._after_first_paint)

    def _after_first_paint(self) -> None:
        self.painted.emit()
        self._find_models()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remembers the layout and lets no thread outlive the window."""
        stored = QSettings(str(self._layout_file), QSettings.Format.IniFormat)
        stored.setValue("geometry", self.saveGeometry())
        stored.setValue("state", self.saveState(LAYOUT_VERSION))
        stored.sync()
        stop_background()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language changes every text."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Texts of the window itself; panels see to theirs."""
        self.actions_.retranslate()
        for name, text in MENUS:
            self._menus[name].setTitle(QCoreApplication.translate("Menus", text))
        self._bar.setWindowTitle(self.tr("Tool bar"))
        self._model_button.setToolTip(self.tr("The model that redraws"))
        self._model_button.setAccessibleName(self.tr("Model"))
        self._fill_model_menu()
