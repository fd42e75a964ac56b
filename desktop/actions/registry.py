"""The QActions of a window, made of the tables of its menus."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions.menus import ROWS, SPECS
from desktop.marks import without_mnemonic
from desktop.theme import theme
from desktop.views.names import reason_words
from desktop.views.tips import tip_words


class Actions(QObject):
    """The QActions by name, all added to the window so that their shortcuts work everywhere."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._reasons: dict[str, str] = {}
        self._submenus: dict[tuple[str, str], QMenu] = {}
        for spec in SPECS:
            action = QAction(window)
            action.setObjectName(spec.name)
            action.setCheckable(spec.checkable)
            action.setShortcuts([QKeySequence(key) for key in spec.shortcut.split("; ") if key])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            if spec.group:
                group = self._groups.setdefault(spec.group, QActionGroup(window))
                group.addAction(action)
            window.addAction(action)
            self._actions[spec.name] = action
        theme().changed.connect(self.refresh_icons)
        self.refresh_icons()
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def fill(self, menu: QMenu, name: str) -> None:
        """Gives a menu its rows, and its sub-menus theirs, with a line where a section begins."""
        last: dict[QMenu, int] = {}

        def place(home: QMenu, section: int, row: QAction) -> None:
            if last.setdefault(home, section) != section:
                home.addSeparator()
            last[home] = section
            home.addAction(row)

        for spec in ROWS[name]:
            home = menu
            if spec.submenu:
                key = name, spec.submenu
                if key not in self._submenus:
                    self._submenus[key] = QMenu(menu)
                    self._submenus[key].setToolTipsVisible(True)
                    place(menu, spec.section, self._submenus[key].menuAction())
                home = self._submenus[key]
            place(home, spec.section, self[spec.name])

    def of_menu(self, menu: str) -> list[tuple[int, QAction]]:
        """Section and action of each row of a menu, in order."""
        return [(spec.section, self[spec.name]) for spec in ROWS[menu]]

    def submenu_of(self, action: QAction) -> str:
        """The title of the sub-menu that it stands in; "" outside of all."""
        title = next(spec.submenu for spec in SPECS if spec.name == action.objectName())
        words = QCoreApplication.translate("Menus", title) if title else ""
        return without_mnemonic(words)

    def enable(self, name: str, reason: str = "") -> None:
        """Enables an action, or greys it out with the reason in its tooltip."""
        if self._reasons.get(name) != reason:
            self._reasons[name] = reason
            self[name].setEnabled(not reason)
            self._show_tip(name)

    def refusal(self, key: QKeyCombination) -> str:
        """Why a key does nothing anywhere now: the reason of the greyed action that it is for."""
        everywhere = Qt.ShortcutContext.WindowShortcut
        for name, reason in self._reasons.items():
            action = self[name]
            if action.shortcutContext() == everywhere and QKeySequence(key) in action.shortcuts():
                return reason_words(reason)
        return ""

    def confine(self, name: str, widget: QWidget) -> None:
        """Lets the shortcut of an action work only while the focus is inside of a widget."""
        action = self[name]
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._window.removeAction(action)
        widget.addAction(action)

    def refresh_icons(self) -> None:
        """Tints the icons anew."""
        for spec in SPECS:
            if spec.icon:
                self[spec.name].setIcon(theme().icon(spec.icon))

    def forget_reasons(self) -> None:
        """They are in another language than that of now; panels give them anew."""
        self._reasons.clear()

    def retranslate(self) -> None:
        """Sets texts and tooltips in the language of now."""
        for spec in SPECS:
            action = self[spec.name]
            text = QCoreApplication.translate("Actions", spec.text)
            action.setText(text)
            action.setIconText(without_mnemonic(text).rstrip("…"))
            self._show_tip(spec.name)
            action.setStatusTip(QCoreApplication.translate("Actions", spec.tip))
        for (_, title), submenu in self._submenus.items():
            submenu.setTitle(QCoreApplication.translate("Menus", title))

    def _show_tip(self, name: str) -> None:
        action, spec = self[name], next(spec for spec in SPECS if spec.name == name)
        reason = reason_words(self._reasons.get(name, ""))
        action.setProperty("reason", reason)
        about = reason or QCoreApplication.translate("Actions", spec.tip)
        action.setToolTip(tip_words(action.iconText(), action.shortcuts(), about))
