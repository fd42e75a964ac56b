"""Opens the dialogs, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.dialogs.dialog import Dialog
from desktop.views.panel import Panel

if TYPE_CHECKING:
    from desktop.dialogs.tour import Tour
    from desktop.window import MainWindow


class Dialogs(QObject):
    """What opens over the window, by name: settings, palette, help, about, model_card, teach."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._made: dict[str, Dialog] = {}
        self.tour: Tour | None = None
        commands = window.commands
        for name in ("settings", "palette", "about", "model_card", "teach"):
            commands[name].triggered.connect(lambda _, name=name: self.open(name))
        commands["change_category"].triggered.connect(self.change_category)
        commands["help"].triggered.connect(self.help)
        commands["tour"].triggered.connect(self.start_tour)

    def open(self, name: str) -> Dialog:
        """Shows one of them."""
        if name not in self._made:
            self._made[name] = self._makers()[name]()
        self._made[name].present()
        return self._made[name]

    def may_close(self) -> bool:
        """Asks about what open dialogs hold; False if the window should stay."""
        return all(dialog.may_leave() for dialog in self._made.values() if dialog.isVisible())

    def help(self) -> None:
        """The page of the panel that has the focus."""
        from desktop.dialogs.help import HelpDialog

        dialog = self.open("help")
        if isinstance(dialog, HelpDialog):
            dialog.show_page(panel_of(QApplication.focusWidget(), self._window))

    def change_category(self) -> None:
        """Teaches more about the category of one's own that is picked, or the last one."""
        from desktop.teach.dialog import TeachDialog

        dialog = self.open("teach")
        if isinstance(dialog, TeachDialog):
            dialog.change_one()

    def start_tour(self) -> None:
        """From its first step."""
        from desktop.dialogs.tour import Tour

        if self.tour is None:
            self.tour = Tour(self._window)
        self.tour.start()

    def offer_tour(self) -> None:
        """At the first start; never in the way of a hand that draws already."""
        draw = self._window.draw.canvas
        if self._window.editor.current.blank and not draw.busy:
            self.start_tour()

    def _makers(self) -> dict[str, Callable[[], Dialog]]:
        from desktop.dialogs.about import AboutDialog
        from desktop.dialogs.help import HelpDialog
        from desktop.dialogs.model_card import ModelCard
        from desktop.dialogs.palette import CommandPalette
        from desktop.dialogs.settings import SettingsDialog
        from desktop.teach.dialog import TeachDialog

        window = self._window
        return {
            "settings": lambda: SettingsDialog(window.context.settings, window),
            "palette": lambda: CommandPalette(window),
            "help": lambda: HelpDialog(window),
            "about": lambda: AboutDialog(window),
            "model_card": lambda: ModelCard(window.editor, window),
            "teach": lambda: TeachDialog(window),
        }


def panel_of(widget: QWidget | None, window: QWidget) -> str:
    """Name of the panel around a widget, "" outside of all."""
    while widget is not None and widget is not window:
        inside = getattr(widget, "panel", widget)
        if isinstance(inside, Panel):
            return inside.name
        widget = widget.parentWidget()
    return ""
