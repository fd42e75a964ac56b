"""Command palette: type a few letters of anything that the window can do, and press Enter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QMenu,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from desktop.dialogs.dialog import Dialog
from desktop.dialogs.fuzzy import search
from desktop.marks import without_mnemonic
from desktop.theme import GRID, theme
from desktop.views.panel import quiet_label

Index = QModelIndex | QPersistentModelIndex
ROW = 34
ROWS = 11


@dataclass(frozen=True)
class Command:
    """An action and how the palette shows it."""

    action: QAction
    menus: tuple[str, ...]
    words: str
    keys: str

    @property
    def text(self) -> str:
        """As "Menu: action", or "Menu: sub-menu: action"."""
        line = QCoreApplication.translate("CommandPalette", "{menu}: {action}")
        words = self.words
        for menu in reversed(self.menus):
            words = line.format(menu=menu, action=words)
        return words

    @property
    def searched(self) -> tuple[str, str, str]:
        """Its words; where it is, with its English name for whoever types that in another
        language; what it does, in a sentence.
        """
        english = self.action.objectName().replace("_", " ")
        return self.words, f"{self.text} {english}", self.action.statusTip()


def commands_of(window: QMainWindow) -> list[Command]:
    """Every action of the menu bar, sub-menus included, each once: where the way is shortest."""
    found: dict[QAction, Command] = {}
    for top in window.menuBar().actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            for action, menus in _actions(menu):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                words = without_mnemonic(action.text()).rstrip(".…")
                known = found.get(action)
                if known is None or len(menus) < len(known.menus):
                    found.pop(action, None)
                    found[action] = Command(action, menus, words, keys)
    return list(found.values())


class CommandPalette(Dialog):
    """Opens over the window; arrows choose, Enter does it, Escape leaves."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._window = window
        self._commands: list[Command] = []
        self.field = QLineEdit()
        self.field.setObjectName("paletteField")
        self._sign = self.field.addAction(
            theme().icon("search"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._sign.setEnabled(False)
        theme().changed.connect(self._tint)
        self.list = QListView()
        self.list.setObjectName("paletteList")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model = _Commands(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Row(self._model))
        self.nothing = quiet_label(wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.reason = QLabel()
        self.reason.setObjectName("paletteReason")
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setWordWrap(True)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.field)
        column.addLayout(self._pages, 1)
        column.addWidget(self.reason)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda _: self.run())
        self.retranslate()

    def retranslate(self) -> None:
        """Texts."""
        self.setWindowTitle(self.tr("Commands"))
        self.setAccessibleName(self.tr("Commands"))
        self.field.setPlaceholderText(self.tr("What would you like to do?"))
        self.field.setAccessibleName(self.tr("Search for a command"))
        self.list.setAccessibleName(self.tr("Commands that fit"))
        self.nothing.setText(self.tr("Nothing here is called that; try another word."))

    def _tint(self) -> None:
        self._sign.setIcon(theme().icon("search"))

    def present(self) -> None:
        """Shows everything, with an empty question."""
        self._commands = commands_of(self._window)
        self.field.clear()
        self._search()
        width = min(560, self._window.width() - 8 * GRID)
        self.resize(width, ROWS * ROW + 7 * GRID)
        corner = self._window.mapToGlobal(self._window.rect().topLeft())
        self.move(corner.x() + (self._window.width() - width) // 2, corner.y() + 9 * GRID)
        super().present()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Actions may go, with the model they belong to, before it is opened again."""
        self._commands = []
        self._model.show([])
        super().hideEvent(event)

    def shown(self) -> list[Command]:
        """What fits now, best first."""
        return self._model.commands

    def run(self) -> None:
        """Does the chosen command; one that is greyed out stays where it is, with its reason."""
        row = self.list.currentIndex().row()
        if not 0 <= row < len(self.shown()):
            return
        action = self.shown()[row].action
        if action.isEnabled():
            self.close()
            action.trigger()
        else:
            self._tell(action.property("reason") or action.toolTip())

    def _tell(self, reason: str) -> None:
        """Why the chosen one cannot be done, beneath the list; "" for no more."""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, Page keys and Enter in the field are meant for the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: ROWS - 1,
                Qt.Key.Key_PageUp: 1 - ROWS,
            }
            key = Qt.Key(event.key())
            if key in steps:
                self._choose(self.list.currentIndex().row() + steps[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.run()
                return True
        return False

    def _search(self) -> None:
        found = search(
            self.field.text(),
            self._commands,
            texts_of=lambda command: command.searched,
            able=lambda command: command.action.isEnabled(),
        )
        self._model.show(found)
        self._pages.setCurrentIndex(0 if found else 1)
        self._choose(0)

    def _choose(self, row: int) -> None:
        row = max(0, min(row, len(self.shown()) - 1))
        self.list.setCurrentIndex(self._model.index(row))
        self._tell("")


class _Commands(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.commands: list[Command] = []

    def show(self, commands: list[Command]) -> None:
        self.beginResetModel()
        self.commands = commands
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.commands)

    def data(self, index: Index, role: int = 0) -> object:
        command = self.commands[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return command.text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return command.action.toolTip()
        return None


class _Row(QStyledItemDelegate):
    """Icon, words, and the keys at the right."""

    def __init__(self, model: _Commands) -> None:
        super().__init__(model)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, max(ROW, option.fontMetrics.height() + 2 * GRID))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        from PySide6.QtWidgets import QStyle

        command = self._model.commands[index.row()]
        colors, rect = theme().colors, QRect(option.rect)
        enabled = command.action.isEnabled()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("accent_soft"))
            painter.drawRoundedRect(rect, 6, 6)
        icon = QRect(rect.left() + GRID, rect.center().y() - 9, 18, 18)
        command.action.icon().paint(painter, icon)
        middle = Qt.AlignmentFlag.AlignVCenter
        text = rect.adjusted(5 * GRID - 4, 0, -GRID, 0)
        metrics = option.fontMetrics
        room = text.width() - metrics.horizontalAdvance(command.keys) - 2 * GRID
        words = metrics.elidedText(command.text, Qt.TextElideMode.ElideRight, room)
        painter.setPen(colors.color("ink" if enabled else "muted"))
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | middle, words)
        painter.setPen(colors.color("muted"))
        painter.drawText(text, Qt.AlignmentFlag.AlignRight | middle, command.keys)
        painter.restore()


def _actions(menu: QMenu, above: tuple[str, ...] = ()) -> Iterator[tuple[QAction, tuple[str, ...]]]:
    """With the titles of the menus that lead there."""
    menus = (*above, without_mnemonic(menu.title()))
    if above:
        menu.aboutToShow.emit()  # some are filled only then
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _actions(inner, menus)
        elif not action.isSeparator() and action.text() and not action.property("remark"):
            yield action, menus
