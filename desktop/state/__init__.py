"""What the window is about, as plain values: no Qt here."""

from desktop.state.document import Document, State
from desktop.state.doodle import BLANK, Doodle
from desktop.state.ink import Ink, Stroke

__all__ = ["BLANK", "Document", "Doodle", "Ink", "State", "Stroke"]
