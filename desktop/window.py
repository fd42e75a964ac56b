"""The window: menus, tool bar, and docks around the panels."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QSizePolicy, QToolBar, QWidget

from aemodel.assets import assets_dir
from desktop.actions import MENUS, Actions, Choice
from desktop.arrangement import Side
from desktop.background import stop_background
from desktop.canvas.panel import DrawPanel
from desktop.close_reading import CloseReading
from desktop.context import Context
from desktop.dialogs.opener import Dialogs
from desktop.editor import Editor
from desktop.incoming import Incoming
from desktop.language import use_language
from desktop.layout import FIRST_SIZE, Layout
from desktop.map.panel import MapPanel
from desktop.mix.panel import MixPanel
from desktop.model_menu import ModelMenu
from desktop.morph.opening import MorphOpening
from desktop.morph.panel import MorphPanel
from desktop.seen.panel import SeenPanel
from desktop.session import Session
from desktop.settings import CHOICES, SettingsStore, settings_dir
from desktop.shelf.panel import ShelfPanel
from desktop.sketches.panel import SketchesPanel
from desktop.stopping import Stopping
from desktop.taking import Taking
from desktop.teach.teaching import Teaching
from desktop.theme import theme
from desktop.views.carrying import DragOut
from desktop.views.enter import EnterPresses
from desktop.views.panel import PanelDock, action_button
from desktop.views.saving import may_end
from desktop.views.toast import Toast


class MainWindow(QMainWindow):
    """`painted` tells once that the first frame is on screen; then the model is opened."""

    painted = Signal()

    def __init__(self, settings: SettingsStore, model: str = "", file: str = "") -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Doodlescape")
        self.setWindowIcon(QIcon(str(assets_dir() / "icons" / "doodlescape.svg")))
        self.editor = Editor(self)
        self.commands = Actions(self)
        self.context = Context(self.editor, settings, self.commands)
        self._asked_for = model
        self._file = file
        self._painted = False
        self._in_menu = False
        self.draw = DrawPanel(self.context)
        self.seen = SeenPanel(self.context)
        self.map = MapPanel(self.context)
        self.sketches = SketchesPanel(self.context)
        self.shelf = ShelfPanel(self.context)
        self.morph = MorphPanel(self.context)
        self.mix = MixPanel(self.context)
        panels = (self.draw, self.seen, self.map, self.sketches, self.shelf, self.morph, self.mix)
        self.docks = {panel.name: PanelDock(panel) for panel in panels}
        for dock in self.docks.values():
            dock.setParent(self)  # in the order in which Tab goes from panel to panel
        self._menus: dict[str, QMenu] = {}
        self._build_menus()
        self.models = ModelMenu(self.context, self._menus["model"], self)
        self._bar = self._build_bar()
        self._toast = Toast(self, self._gap)
        self.dialogs = Dialogs(self)
        EnterPresses(self)
        self.incoming = Incoming(self.context, self)
        self.incoming.hovering.connect(self.draw.canvas.welcome)
        self.close_reading = CloseReading(self.editor, self)
        self.session = Session(self.context, self.models, self)
        self.session.chosen.connect(self.incoming.open_file)
        self.morphs = MorphOpening(self.context, self.models, self)
        self.incoming.openers += [self.morphs.take_file, self.session.take_file]
        self.taking = Taking(self.context, self)
        works = self.sketches.making, self.sketches.many, self.morph.saving
        self.stopping = Stopping(self.commands, works, self)
        self.teaching = Teaching(self.context, self)
        self.incoming.openers.append(self.teaching.take_file)
        DragOut(self.seen.reconstruction, lambda: self.editor.current)
        for menu, above, below in (
            ("file", "save", self.session.recent),
            ("generate", "next_category", self.sketches.controls.category.menu_),
            ("map", "all_categories", self.map.filter_menu),
            ("mix", "example_with", self.mix.forget_menu),
        ):
            self._menus[menu].insertMenu(self.commands[above], below)
        self.layout_ = Layout(self, self.docks, settings_dir() / "layout.ini")
        self._connect()
        self.layout_.restore()
        self.retranslate()
        self.draw.canvas.setFocus()  # the page, not the first of the buttons above it

    def open_model(self, path_or_name: str | Path) -> None:
        """Opens another model in the background; the drawing stays."""
        self.models.open(path_or_name)

    def show_panel(self, name: str) -> None:
        """Brings a panel into sight."""
        self.docks[name].come()

    # Building ---------------------------------------------------------------------------------

    def _build_menus(self) -> None:
        for name, _ in MENUS:
            menu = self.menuBar().addMenu("")
            menu.setToolTipsVisible(True)
            self._menus[name] = menu
            self.commands.fill(menu, name)
        view = self._menus["view"]
        view.addSeparator()
        for number, dock in enumerate(self.docks.values(), 1):
            toggle = dock.shown
            toggle.setObjectName(f"show_{dock.panel.name}")
            # Not with Ctrl+Alt, which leaves for another console on Linux.
            toggle.setShortcut(f"Shift+F{number + 1}")
            view.addAction(toggle)
            self.addAction(toggle)
            toggle.triggered.connect(partial(self._panel_chosen, dock))
        view.aboutToHide.connect(self._menu_leaves)

    def _menu_leaves(self) -> None:
        """What is chosen in a menu is triggered as soon as the menu is gone."""
        self._in_menu = True
        QTimer.singleShot(0, self, partial(setattr, self, "_in_menu", False))

    def _panel_chosen(self, dock: PanelDock) -> None:
        """A tick in the menu comes and goes with its panel; keys and palette go there first."""
        if self._in_menu:
            dock.come_or_go()
        else:
            dock.go_there()

    def _build_bar(self) -> QToolBar:
        bar = QToolBar()
        bar.setObjectName("bar")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.toggleViewAction().setVisible(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        mark = QLabel()
        mark.setPixmap(self.windowIcon().pixmap(QSize(26, 26), self.devicePixelRatioF()))
        mark.setContentsMargins(4, 0, 6, 0)
        word = QLabel("Doodlescape")
        word.setObjectName("wordmark")
        gap = self._gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(mark)
        bar.addWidget(word)
        bar.addSeparator()
        bar.addWidget(self.models.button)
        bar.addSeparator()
        bar.addWidget(action_button(self.commands["undo"]))
        bar.addWidget(action_button(self.commands["redo"]))
        bar.addWidget(gap)
        for name in ("palette", "toggle_theme", "settings", "help"):
            bar.addWidget(action_button(self.commands[name]))
        self.addToolBar(bar)
        return bar

    def _connect(self) -> None:
        commands, settings = self.commands, self.context.settings
        stack = self.editor.undo_stack
        commands["quit"].triggered.connect(self.close)
        commands["undo"].triggered.connect(self.editor.undo)
        commands["redo"].triggered.connect(self.editor.redo)
        stack.canUndoChanged.connect(self._enable_steps)
        stack.canRedoChanged.connect(self._enable_steps)
        self._choices = {
            name: Choice(
                commands,
                {value: f"{name}_{value or 'system'}" for value in CHOICES[name]},
                partial(self._choose, name),
                self,
            )
            for name in ("theme", "language")
        }
        commands["toggle_theme"].triggered.connect(
            lambda: settings.change(theme="light" if theme().dark else "dark")
        )
        commands["full_screen"].triggered.connect(self._full_screen)
        for name in ("mix_equation", "mix_directions", "new_direction"):
            commands[name].triggered.connect(lambda: self.show_panel("mix"))
        self.session.began.connect(self._go_to_page)
        commands["reset_layout"].triggered.connect(self.layout_.arrange)
        commands["next_panel"].triggered.connect(lambda: self.layout_.walk(1))
        commands["panel_before"].triggered.connect(lambda: self.layout_.walk(-1))
        for side in Side:
            name = f"move_{side.name.lower()}"
            commands[name].triggered.connect(partial(self._move_panel, side))
        # A panel that comes to the front of its tabs comes over everything.
        self.tabifiedDockWidgetActivated.connect(lambda _: self._toast.raise_())
        settings.changed.connect(self._settings_changed)
        theme().changed.connect(self._theme_changed)
        self._settings_changed()
        theme().dress()
        self._theme_changed()
        self.editor.document.observe(lambda state: self._toast.say(state.notice), "notice")

    def _go_to_page(self) -> None:
        """The keys, where they were on something that is gone now, are for the page again."""
        if self.draw.canvas.isVisible():
            self.draw.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enable_steps(self) -> None:
        stack, enable = self.editor.undo_stack, self.commands.enable
        enable("undo", "" if stack.canUndo() else self.tr("There is no step to take back yet."))
        enable("redo", "" if stack.canRedo() else self.tr("No step was taken back."))

    def _choose(self, name: str, value: str) -> None:
        self.context.settings.change(**{name: value})

    def _settings_changed(self) -> None:
        values = self.context.settings.values
        self._choices["theme"].show(values.theme)
        self._choices["language"].show(values.language)
        theme().choose(values.theme)
        use_language(values.language)

    def _move_panel(self, side: Side) -> None:
        name = self.layout_.current()
        if not name:
            self.editor.say(self.tr("Go to the panel that is to move first, with Ctrl+F6."))
            return
        self.editor.say(self.layout_.move(name, side))

    def _theme_changed(self) -> None:
        self.commands["toggle_theme"].setIcon(theme().icon("light" if theme().dark else "dark"))

    def _full_screen(self, on: bool) -> None:
        """A maximised window is maximised again afterwards, be it after the next start."""
        settings = self.context.settings
        if on:
            settings.change(maximised=self.isMaximized())
            self.showFullScreen()
        elif settings.values.maximised:
            self.showMaximized()
        else:
            self.showNormal()

    # Events -----------------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The Tab key; what is behind other tabs is passed over."""
        behind = [dock for dock in self.docks.values() if not dock.in_front()]
        first = self.focusWidget()
        while super().focusNextPrevChild(forward):
            focus = self.focusWidget()
            if focus is first or not any(dock.isAncestorOf(focus) for dock in behind):
                return True
        return False

    def createPopupMenu(self) -> QMenu:
        """A right click on a title or a tab: the panels as the View menu has them."""
        menu = QMenu(self)
        menu.addActions([dock.shown for dock in self.docks.values()])
        menu.addSeparator()
        menu.addAction(self.commands["reset_layout"])
        menu.aboutToHide.connect(self._menu_leaves)
        return menu

    def sizeHint(self) -> QSize:
        """Before any layout is remembered."""
        return FIRST_SIZE

    def minimumSizeHint(self) -> QSize:
        """Smaller than the smallest screen meant."""
        return QSize(900, 600)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first one starts everything that the first frame can do without."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._after_first_paint)

    def _after_first_paint(self) -> None:
        self.painted.emit()
        if self.context.settings.aside is not None:
            words = self.tr(
                "The settings could not be read and begin anew, so choose them again; the damaged "
                "file is kept as {path}."
            )
            self.editor.say(words.format(path=self.context.settings.aside))
        if self._file:
            once = Qt.ConnectionType.SingleShotConnection
            self.models.opened.connect(lambda _: self.incoming.open_file(Path(self._file)), once)
        self.models.start(self._asked_for)
        self.session.started()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks about unsaved changes, remembers the layout, lets no thread outlive the window."""
        savings = self.sketches.many, self.morph.saving
        may_close = self.dialogs.may_close() and self.session.may_close()
        if not (may_close and may_end(self, savings)):
            event.ignore()
            return
        self.layout_.save()
        stop_background()
        self.session.ended()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nothing else has a use for.

        Escape leaves the proposals, what is said, then the full screen; a greyed key says why.
        """
        reason = "" if event.isAutoRepeat() else self.commands.refusal(event.keyCombination())
        if event.key() == Qt.Key.Key_Escape and self.seen.proposals.isVisible():
            self.commands["hide_proposals"].trigger()
        elif event.key() == Qt.Key.Key_Escape and self._toast.isVisible():
            self._toast.hide()
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self._full_screen(False)
        elif reason:
            self.editor.say(reason)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language changes every text; the tick says whether it fills the screen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.commands.forget_reasons()
            self.retranslate()
        elif event.type() == QEvent.Type.WindowStateChange:
            self.commands["full_screen"].setChecked(self.isFullScreen())
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Texts of the window itself; panels see to theirs."""
        self.commands.retranslate()
        self._enable_steps()
        for name, text in MENUS:
            self._menus[name].setTitle(QCoreApplication.translate("Menus", text))
        self._bar.setWindowTitle(self.tr("Tool bar"))
        self.layout_.retranslate()
        self.models.retranslate()
        self.session.retranslate()
        self.taking.retranslate()
        self.stopping.retranslate()
        self.teaching.retranslate()
