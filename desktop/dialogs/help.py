"""Help: the pages, and beneath each what can be done there, with shortcuts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser

from desktop.dialogs.dialog import Dialog
from desktop.dialogs.pages import PAGES, Page
from desktop.marks import without_mnemonic
from desktop.theme import GRID, theme

if TYPE_CHECKING:
    from desktop.window import MainWindow


class HelpDialog(Dialog):
    """Pages at the left, the chosen one at the right."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("help")
        self._commands = window.commands
        self.list = QListWidget()
        self.list.setObjectName("pages")
        self.list.setMinimumWidth(150)
        self.list.setMaximumWidth(220)
        self.text = QTextBrowser()
        self.text.setOpenExternalLinks(True)
        self.text.document().setDocumentMargin(2 * GRID)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self.list)
        row.addWidget(self.text, 1)
        for _ in PAGES:
            self.list.addItem("")
        self.list.currentRowChanged.connect(self._show)
        theme().changed.connect(self.retranslate)
        self.retranslate()
        self.list.setCurrentRow(0)
        self.resize(800, 576)

    def retranslate(self) -> None:
        """Texts."""
        self.setWindowTitle(self.tr("Help"))
        self.list.setAccessibleName(self.tr("Pages of help"))
        self.text.setAccessibleName(self.tr("Page of help"))
        for row, page in enumerate(PAGES):
            self.list.item(row).setText(_words(page.title))
        self._show(self.list.currentRow())

    def show_page(self, name: str) -> None:
        """The page of a panel; the first one where there is none."""
        names = [page.name for page in PAGES]
        self.list.setCurrentRow(names.index(name) if name in names else 0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, row: int) -> None:
        if row >= 0:
            self.text.setHtml(self._html(PAGES[row]))

    def _html(self, page: Page) -> str:
        colors = theme().colors
        rows = []
        group = ""
        listed = [self._commands[name] for name in page.actions]
        listed += [action for menu in page.menus for _, action in self._commands.of_menu(menu)]
        for action in listed:
            native = QKeySequence.SequenceFormat.NativeText
            keys = escape(", ".join(key.toString(native) for key in action.shortcuts()))
            text = escape(without_mnemonic(action.text()))
            tip = escape(action.statusTip())
            above, group = group, self._commands.submenu_of(action)
            left = 3 * GRID if group else 0
            if group and group != above:
                rows.append(
                    f"<tr><td colspan='2' style='padding-top:4px'><b>{escape(group)}</b></td></tr>"
                )
            rows.append(
                f"<tr><td width='60%' style='padding-top:4px; padding-left:{left}px'>"
                f"<b>{text}</b></td>"
                f"<td width='40%' align='right' style='padding-top:4px; color:{colors.muted}'>"
                f"{keys}</td></tr>"
                f"<tr><td colspan='2' style='padding-bottom:4px; padding-left:{left}px; "
                f"color:{colors.muted}'>{tip}</td></tr>"
            )
        table = ""
        if rows:
            title = escape(self.tr("What you can do here"))
            table = (
                f"<h3>{title}</h3><table width='100%' cellspacing='0' cellpadding='0'>"
                f"{''.join(rows)}</table>"
            )
        return f"<h2>{escape(_words(page.title))}</h2>{_words(page.body)}{table}"


def _words(text: str) -> str:
    return QCoreApplication.translate("Help", text)
