"""The rows of the Help menu."""

from __future__ import annotations

from desktop.actions.spec import ActionSpec
from desktop.marks import QT_TRANSLATE_NOOP

SPECS = (
    ActionSpec(
        "help",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Help"),
        QT_TRANSLATE_NOOP("Actions", "The page about the panel that you are in"),
        shortcut="F1",
        icon="help",
    ),
    ActionSpec(
        "tour",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Tour"),
        QT_TRANSLATE_NOOP("Actions", "The window in five short steps"),
        shortcut="Shift+F1",
    ),
    ActionSpec(
        "about",
        1,
        QT_TRANSLATE_NOOP("Actions", "&About Doodlescape"),
        QT_TRANSLATE_NOOP("Actions", "Versions, licences, and whose drawings taught it"),
        shortcut="Ctrl+F1",
    ),
)
