"""Lists of combo boxes that look as the menus do."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget


def dress_choices(widget: QWidget) -> None:
    """Of `widget` itself and of all within: only a styled delegate heeds the style sheet."""
    boxes = [widget] if isinstance(widget, QComboBox) else widget.findChildren(QComboBox)
    for box in boxes:
        box.setItemDelegate(QStyledItemDelegate(box))
