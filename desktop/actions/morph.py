"""The rows of the Morph menu: keyframes, playing, saving."""

from __future__ import annotations

from desktop.actions.spec import ActionSpec
from desktop.marks import QT_TRANSLATE_NOOP

SPECS = (
    ActionSpec(
        "set_a",
        0,
        QT_TRANSLATE_NOOP("Actions", "Set &A"),
        QT_TRANSLATE_NOOP("Actions", "Morph from the current doodle"),
        shortcut="Ctrl+1",
    ),
    ActionSpec(
        "set_b",
        0,
        QT_TRANSLATE_NOOP("Actions", "Set &B"),
        QT_TRANSLATE_NOOP("Actions", "Morph to the current doodle"),
        shortcut="Ctrl+2",
    ),
    ActionSpec(
        "swap",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Swap A and B"),
        QT_TRANSLATE_NOOP("Actions", "Morph the other way round"),
        shortcut="Ctrl+3",
        icon="swap",
    ),
    ActionSpec(
        "add_keyframe",
        0,
        QT_TRANSLATE_NOOP("Actions", "A&dd my doodle"),
        QT_TRANSLATE_NOOP("Actions", "Morph through the current doodle too"),
        shortcut="Ctrl+4",
        icon="plus",
    ),
    ActionSpec(
        "random_keyframe",
        0,
        QT_TRANSLATE_NOOP("Actions", "Add a &random doodle"),
        QT_TRANSLATE_NOOP("Actions", "Morph through a random doodle too"),
        shortcut="Ctrl+5",
        icon="random",
    ),
    ActionSpec(
        "play_morph",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Play"),
        QT_TRANSLATE_NOOP("Actions", "Play the morph, or stop there"),
        shortcut="F5",
        icon="play",
    ),
    ActionSpec(
        "export_morph",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Export the morph…"),
        QT_TRANSLATE_NOOP("Actions", "Save the morph as an animated GIF, a strip or pictures"),
        shortcut="Ctrl+Shift+E",
        icon="export",
    ),
)
