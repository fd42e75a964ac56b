"""All texts that a person can come to see or hear, from every widget that there is."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTextEdit,
    QWidget,
)

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


def shown_texts() -> Iterator[tuple[str, str]]:
    """(where, text) of every widget and action, hidden ones included; markup taken away."""
    for top in QApplication.topLevelWidgets():
        for widget in [top, *top.findChildren(QWidget)]:
            texts = [*_widget_texts(widget)]
            for action in widget.actions():
                texts += [action.text(), action.toolTip(), action.statusTip()]
            for text in texts:
                plain = plain_text(text)
                if plain:
                    yield _where(widget), plain


def plain_text(text: str) -> str:
    """Without tags and entities."""
    if "<" in text and ">" in text:
        text = re.sub(r"<style.*?</style>|<[^>]*>", " ", text, flags=re.DOTALL)
    return html.unescape(text).strip()


def _where(thing: QObject) -> str:
    names = []
    step: QObject | None = thing
    while step is not None:
        names.append(step.objectName() or type(step).__name__)
        step = step.parent()
    return "/".join(reversed(names))


def _widget_texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QMenu | QGroupBox):
        yield widget.title()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
        if widget.isReadOnly():
            yield widget.text()
    elif isinstance(widget, QTextEdit):
        yield widget.toPlainText()
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        for row in range(widget.count()):
            yield from (str(widget.itemData(row, role) or "") for role in ROLES)
    elif isinstance(widget, QTabBar):
        for row in range(widget.count()):
            yield from (widget.tabText(row), widget.tabToolTip(row), widget.accessibleTabName(row))
    elif isinstance(widget, QAbstractSpinBox):
        yield widget.text()
        yield widget.specialValueText()
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        for row in range(model.rowCount()):
            yield from (str(model.data(model.index(row, 0), role) or "") for role in ROLES)


class Painted:
    """Collects what widgets write by `QPainter.drawText`; install with pytest's monkeypatch."""

    def __init__(self, monkeypatch) -> None:
        self.texts: list[str] = []
        draw = QPainter.drawText

        def drawing(painter: QPainter, *arguments: object) -> object:
            self.texts.extend(text for text in arguments if isinstance(text, str))
            return draw(painter, *arguments)

        monkeypatch.setattr(QPainter, "drawText", drawing)
