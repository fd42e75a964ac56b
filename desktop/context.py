"""What every panel is given."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.actions import Actions
from desktop.editor import Editor
from desktop.settings import SettingsStore


@dataclass(frozen=True)
class Context:
    """The editor (document, model, undo), the settings and the actions of one window."""

    editor: Editor
    settings: SettingsStore
    actions: Actions
