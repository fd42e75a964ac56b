"""Tooltips with words that people gave, shown as they are."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def plain_tip(words: str) -> str:
    """What a tooltip shows as these words: Qt would take some of them for HTML."""
    if not Qt.mightBeRichText(words):
        return words
    return f'<p style="white-space: pre">{escape(words)}</p>'
