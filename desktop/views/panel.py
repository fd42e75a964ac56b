"""What all panels have in common, and the dock that carries one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QBoxLayout,
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
from desktop.views.elided import ElidedLabel

# Of a row of controls in a title bar; with margins and the line above it is 44 pixels high.
ROW_HEIGHT = 36
MARGINS = GRID + 4, 3, 4, 4


class Panel(QWidget):
    """Base of the panels.

    A subclass sets `name`, builds its widgets without texts in `__init__`, sets every text in
    `retranslate` (called once by the dock and at each change of language), says its `title`, and
    lists in `bar` the names of actions that its title bar shows as `bar_buttons`.

    `answered` tells that something has happened in it that the person asked for, in a sentence
    or "": it is to be seen. `told` says what has come into it, and where it is if it is hidden.
    """

    answered = Signal(str)
    told = Signal(str)
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


class Title(ElidedLabel):
    """It gives way: the window must not grow because a panel has no tab any more."""

    def minimumSizeHint(self) -> QSize:
        """None of it."""
        return QSize(0, super().minimumSizeHint().height())


class TitleBar(QFrame):
    """The title, and controls beside it; where there is no room for both, beneath it.

    As high without controls as with them.
    """

    def __init__(self, own: Sequence[QWidget], buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self.setObjectName("panelBar")
        self.title = Title()
        self.title.setObjectName("panelTitle")
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(*MARGINS)
        self._lines.setSpacing(0)
        self._controls = QHBoxLayout()
        self._controls.setSpacing(2)
        self._controls.addStretch(1)
        for widget in own:
            self._controls.addWidget(widget)
        self._gap = self._controls.count() if own else 0
        self._controls.addStretch(0)
        for widget in buttons:
            self._controls.addWidget(widget)
        self._controls.addStrut(ROW_HEIGHT)  # last: gaps are known by their index
        self._lines.addWidget(self.title)
        self._lines.addLayout(self._controls, 1)

    def event(self, event: QEvent) -> bool:
        """Room or words are others."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """What has nothing before it begins at the left."""
        titled = not self.title.isHidden()
        needed = self.title.sizeHint().width() + self._controls.sizeHint().width()
        beside = needed <= self.contentsRect().width() - MARGINS[0] - MARGINS[2]
        wide = 0 if titled and beside else self._gap
        if not self._controls.stretch(wide):  # set anew, it would ask for a layout without end
            for gap in (0, self._gap):
                self._controls.setStretch(gap, int(gap == wide))
        above = self._lines.direction() == QBoxLayout.Direction.TopToBottom
        if above == (titled and not beside):
            return
        left, top, right, bottom = MARGINS
        if above:
            self._lines.setDirection(QBoxLayout.Direction.LeftToRight)
        else:
            self._lines.setDirection(QBoxLayout.Direction.TopToBottom)
            top = bottom + GRID // 2
        self._lines.setContentsMargins(left, top, right, bottom)


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
        for name in panel.bar:
            panel.bar_buttons[name] = action_button(panel.context.actions[name])
        self.bar = TitleBar(panel.bar_widgets(), list(panel.bar_buttons.values()))
        self.setTitleBarWidget(self.bar)
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
        panel.told.connect(self._say)
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
            self.close()  # not hide(), which would leave it hanging at the mouse
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
            self._say(sentence)
            return
        window, focus = self.window(), self.window().focusWidget()
        tabs = window.tabifiedDockWidgets(self) if isinstance(window, QMainWindow) else []
        covered = focus is not None and any(dock.isAncestorOf(focus) for dock in tabs)
        self.come()
        if covered:
            self.take_focus()

    def _say(self, sentence: str) -> None:
        """With how to see the panel, where it is hidden."""
        if self.isHidden():
            keys = self.shown.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            words = self.tr("{sentence} The panel {panel} is hidden; {keys} shows it.")
            sentence = words.format(sentence=sentence, panel=self.panel.title(), keys=keys)
        self.panel.editor.say(sentence.strip())

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
        """Says its title itself, or leaves that to a tab."""
        self.bar.title.setVisible(shown)

    def retranslate(self) -> None:
        """Title and texts in the language of now."""
        title = self.panel.title()
        self.setWindowTitle(title)
        self.shown.setText(title)
        self.bar.title.setText(title.upper())
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
