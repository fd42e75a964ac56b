"""The rows of the Mix menu: the equation, and directions."""

from __future__ import annotations

from desktop.actions.spec import ActionSpec
from desktop.marks import QT_TRANSLATE_NOOP

SPECS = (
    ActionSpec(
        "mix_equation",
        0,
        QT_TRANSLATE_NOOP("Actions", "A − B + &C"),
        QT_TRANSLATE_NOOP("Actions", "Go to the page that adds and subtracts doodles"),
        shortcut="Ctrl+6",
        checkable=True,
        group="mix_page",
    ),
    ActionSpec(
        "mix_directions",
        0,
        QT_TRANSLATE_NOOP("Actions", "D&irections"),
        QT_TRANSLATE_NOOP(
            "Actions", "Go to the page of named directions, as sliders on the doodle"
        ),
        shortcut="Ctrl+7",
        checkable=True,
        group="mix_page",
    ),
    ActionSpec(
        "mix_add",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Add the doodle to the mix"),
        QT_TRANSLATE_NOOP("Actions", "Put the current doodle into the next free place of the mix"),
        shortcut="Ctrl+Shift+A",
        icon="plus",
    ),
    ActionSpec(
        "mix_place",
        1,
        QT_TRANSLATE_NOOP("Actions", "Another &place"),
        QT_TRANSLATE_NOOP("Actions", "Make another place for a doodle in the mix"),
        shortcut="Ctrl+8",
    ),
    ActionSpec(
        "mix_use",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Use the mix"),
        QT_TRANSLATE_NOOP("Actions", "Make the result of the mix the current doodle"),
        shortcut="Ctrl+Return",
        icon="check",
    ),
    ActionSpec(
        "mix_clear",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Empty the mix"),
        QT_TRANSLATE_NOOP("Actions", "Take all doodles out of the mix"),
        shortcut="Ctrl+Shift+X",
        icon="clear",
    ),
    ActionSpec(
        "new_direction",
        2,
        QT_TRANSLATE_NOOP("Actions", "New &direction…"),
        QT_TRANSLATE_NOOP("Actions", "Make a direction of doodles with and without something"),
        shortcut="Ctrl+Shift+D",
    ),
    ActionSpec(
        "example_with",
        2,
        QT_TRANSLATE_NOOP("Actions", "Mine is &with it"),
        QT_TRANSLATE_NOOP(
            "Actions", "Add the current doodle to those that have what the direction is about"
        ),
        shortcut="Ctrl+9",
    ),
    ActionSpec(
        "example_without",
        2,
        QT_TRANSLATE_NOOP("Actions", "Mine is with&out it"),
        QT_TRANSLATE_NOOP(
            "Actions", "Add the current doodle to those that lack what the direction is about"
        ),
        shortcut="Ctrl+0",
    ),
)
