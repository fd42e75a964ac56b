"""Buttons that open a menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QToolButton


def give_menu(button: QToolButton, menu: QMenu) -> None:
    """The button opens the menu at once; when that has gone, it looks as the pointer finds it.

    While a menu is open no button hears that the pointer leaves.
    """

    def look_again() -> None:
        under = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, under)
        button.update()

    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu.aboutToHide.connect(lambda: QTimer.singleShot(0, button, look_again))
