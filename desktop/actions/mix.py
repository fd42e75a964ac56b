"""The rows of the Mix menu: the equation, and directions."""

from __future__ import annotations

from desktop.actions.spec import ActionSpec
from desktop.marks import QT_TRANSLATE_NOOP

SPECS = (
    ActionSpec(
        "mix_add",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Add the doodle to the mix"),
        QT_TRANSLATE_NOOP("Actions", "Put the current doodle into the next free place of the mix"),
        shortcut="Ctrl+Shift+A",
        icon="plus",
    ),
    ActionSpec(
        "mix_use",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Use the mix"),
        QT_TRANSLATE_NOOP("Actions", "Make the result of the mix the current doodle"),
        shortcut="Ctrl+Return",
        icon="check",
    ),
    ActionSpec(
        "mix_clear",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Empty the mix"),
        QT_TRANSLATE_NOOP("Actions", "Take all doodles out of the mix"),
        shortcut="Ctrl+Shift+X",
        icon="clear",
    ),
    ActionSpec(
        "new_direction",
        1,
        QT_TRANSLATE_NOOP("Actions", "New &direction…"),
        QT_TRANSLATE_NOOP("Actions", "Make a direction of doodles with and without something"),
        shortcut="Ctrl+Shift+D",
    ),
)
