"""What all panels have in common, and the dock that carries one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.context import Context
from desktop.marks import without_mnemonic
from desktop.theme import GRID
from desktop.views.choices import dress_choices
from desktop.views.elided import WholeLabel

BAR_HEIGHT = 44


class Panel(QWidget):
    """Base of the panels.

    A subclass sets `name`, builds its widgets without texts in `__init__`, sets every text in
    `retranslate` (called once by the dock and at each change of language), says its `title`, and
    lists in `bar` the names of actions that its title bar shows as `bar_buttons`.

    `answered` tells that something has happened in it that the person asked for, in a sentence
    or "": it is to be seen.
    """

    answered = Signal(str)
    name = ""
    bar: tuple[str, ...] = ()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.editor = context.editor
        self.document = context.editor.document
        self.bar_buttons: dict[str, QToolButton] = {}
        self.setObjectName(self.name)

    def title(self) -> str:
        """Shown in the title bar and in the View menu."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Sets every text."""

    def bar_widgets(self) -> list[QWidget]:
        """Widgets for the title bar, left of the buttons."""
        return []

    def answers(self, *names: str) -> None:
        """What these actions come to is seen in this panel."""
        for name in names:
            self.context.actions[name].triggered.connect(lambda: self.answered.emit(""))

    def welcomes(self, data: QMimeData) -> bool | None:
        """Whether what is dropped on its frame or its tab is for the panel.

        False refuses it, None leaves it to the window.
        """
        return None

    def drop_beside(self, data: QMimeData, at: QPoint) -> None:
        """Takes what it welcomes, dropped at a point of the panel that takes nothing itself."""

    def changeEvent(self, event: QEvent) -> None:
        """A change of language changes every text."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class TitleBar(QFrame):
    """As high without buttons as with them."""

    def sizeHint(self) -> QSize:
        """What the dock gives it."""
        return QSize(super().sizeHint().width(), BAR_HEIGHT)


class PanelDock(QDockWidget):
    """A panel in a frame with a quiet title bar, by which it can be dragged elsewhere.

    `shown` is its row in the menu, ticked unless it is closed; `rearranged` tells that the person
    has made it come or go.
    """

    rearranged = Signal()

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        self.panel = panel
        self.setObjectName(f"dock-{panel.name}")
        self.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetClosable
        )
        bar = TitleBar()
        bar.setObjectName("panelBar")
        row = self._row = QHBoxLayout(bar)
        row.setContentsMargins(GRID + 4, 4, 4, 4)
        row.setSpacing(2)
        # It gives way: the window must not grow because a panel has no tab any more.
        self._title = WholeLabel()
        self._title.setObjectName("panelTitle")
        row.addWidget(self._title)
        row.addStretch(1)
        own = panel.bar_widgets()
        for widget in own:
            row.addWidget(widget)
        self._gaps = (1, row.count()) if own else (1, 1)
        row.addStretch(0)
        for name in panel.bar:
            panel.bar_buttons[name] = action_button(panel.context.actions[name])
            row.addWidget(panel.bar_buttons[name])
        self.setTitleBarWidget(bar)
        body = QFrame()
        body.setObjectName("panelBody")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(GRID, 0, GRID, GRID)
        inside.addWidget(panel)
        self.setWidget(body)
        self.shown = QAction(self)
        self.shown.setCheckable(True)
        self.visibilityChanged.connect(self._came_or_went)
        panel.answered.connect(self._show_answer)
        dress_choices(self)
        self.retranslate()

    def in_front(self) -> bool:
        """Whether it is in sight, not closed nor behind another tab."""
        return self.isVisible() and not self.visibleRegion().isEmpty()

    def come(self) -> None:
        """Comes into sight."""
        if not self.in_front():  # raised once more, it would cover what lies over the panels
            self.show()
            self.raise_()

    def take_focus(self) -> None:
        """The keys are for what comes first in it; for the panel itself if nothing takes any."""
        place = self.panel.nextInFocusChain()
        while place is not None and place is not self.panel and not self._stops_at(place):
            place = place.nextInFocusChain()
        (place or self.panel).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def come_or_go(self) -> None:
        """Hides what is in sight; anything else comes, with the keys."""
        if self.in_front():
            self.hide()
        else:
            self.come()
            self.take_focus()
        self._tick()
        self.rearranged.emit()

    def go_there(self) -> None:
        """The keys are for this panel; if they have been already, it hides."""
        focus = self.window().focusWidget()
        here = focus is not None and self.isAncestorOf(focus)
        if self.in_front() and not here:
            self.take_focus()
        else:
            self.come_or_go()
        self._tick()

    def _show_answer(self, sentence: str) -> None:
        """Comes from behind a tab; where the person has hidden it, it stays so, and that is said.

        The keys come along from the panel that it covers.
        """
        if self.isHidden():
            keys = self.shown.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            words = self.tr("{sentence} The panel {panel} is hidden; {keys} shows it.")
            words = words.format(sentence=sentence, panel=self.panel.title(), keys=keys)
            self.panel.editor.say(words.strip())
            return
        window, focus = self.window(), self.window().focusWidget()
        tabs = window.tabifiedDockWidgets(self) if isinstance(window, QMainWindow) else []
        covered = focus is not None and any(dock.isAncestorOf(focus) for dock in tabs)
        self.come()
        if covered:
            self.take_focus()

    def _tick(self) -> None:
        """Behind another tab it is shown as well: the tab says so."""
        self.shown.setChecked(not self.isHidden())

    def _came_or_went(self, seen: bool) -> None:
        """What is out of sight must not hear the keys."""
        self._tick()
        focus = self.window().focusWidget()
        if not seen and focus is not None and self.isAncestorOf(focus):
            focus.clearFocus()

    def _stops_at(self, place: QWidget) -> bool:
        able = place.isVisible() and place.isEnabled() and self.isAncestorOf(place)
        return able and bool(place.focusPolicy() & Qt.FocusPolicy.TabFocus)

    def show_title(self, shown: bool) -> None:
        """Says its title itself, or leaves that to a tab; then what it has begins at the left."""
        self._title.setVisible(shown)
        for gap in self._gaps:
            self._row.setStretch(gap, 0)
        self._row.setStretch(self._gaps[not shown], 1)

    def retranslate(self) -> None:
        """Title and texts in the language of now."""
        title = self.panel.title()
        self.setWindowTitle(title)
        self.shown.setText(title)
        self._title.setText(title.upper())
        self.panel.setAccessibleName(title)
        self.panel.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """The title follows the language; the panel sees to itself."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def action_button(action: QAction, side: int = 20) -> QToolButton:
    """A flat button with the action's icon, tooltip and accessible name."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(QSize(side, side))
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if action.icon().isNull():
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)

    def name() -> None:
        button.setAccessibleName(without_mnemonic(action.text()))

    action.changed.connect(name)
    name()
    return button


def quiet_label(wrap: bool = False) -> QLabel:
    """A label in the muted colour. Names that people gave are shown as they are, never as HTML."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("quiet", True)
    label.setWordWrap(wrap)
    return label
