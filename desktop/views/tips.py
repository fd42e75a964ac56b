"""Tooltips: of actions, and with words that people gave, shown as they are."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtGui import QKeySequence, Qt


def tip_words(name: str, keys: Sequence[QKeySequence], about: str) -> str:
    """What it is called, with its keys; beneath, what it does or why it cannot."""
    return f"{with_keys(name, keys)}\n{about}"


def with_keys(name: str, keys: Sequence[QKeySequence]) -> str:
    """What it is called, and what to press for it."""
    native = QKeySequence.SequenceFormat.NativeText
    pressed = ", ".join(key.toString(native) for key in keys)
    return f"{name} ({pressed})" if pressed else name


def plain_tip(words: str) -> str:
    """What a tooltip shows as these words: Qt would take some of them for HTML."""
    if not Qt.mightBeRichText(words):
        return words
    return f'<p style="white-space: pre">{escape(words)}</p>'
