"""The order in which the Tab key visits what is made while the window is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stop_after(former: QWidget, widget: QWidget) -> None:
    """Visits `widget` after `former`, in the same window, which need not take the focus itself.

    Qt would put it behind all others of the window.
    """
    policies = [(one, one.focusPolicy()) for one in (former, widget)]
    for one, _ in policies:
        one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt passes over those without
    QWidget.setTabOrder(former, widget)
    for one, policy in policies:
        one.setFocusPolicy(policy)
