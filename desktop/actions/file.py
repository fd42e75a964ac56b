"""The rows of the File menu: sessions, pictures, taking away."""

from __future__ import annotations

from desktop.actions.spec import ActionSpec
from desktop.marks import QT_TRANSLATE_NOOP

SPECS = (
    ActionSpec(
        "new_session",
        0,
        QT_TRANSLATE_NOOP("Actions", "&New"),
        QT_TRANSLATE_NOOP("Actions", "Start with nothing but an empty page"),
        shortcut="Ctrl+N",
    ),
    ActionSpec(
        "open",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Open…"),
        QT_TRANSLATE_NOOP("Actions", "Open a session, a picture, or a morph that was saved"),
        shortcut="Ctrl+O",
        icon="open",
    ),
    ActionSpec(
        "save",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Save"),
        QT_TRANSLATE_NOOP("Actions", "Save everything: page, shelf, morph, mix"),
        shortcut="Ctrl+S",
        icon="save",
    ),
    ActionSpec(
        "save_as",
        0,
        QT_TRANSLATE_NOOP("Actions", "Save &as…"),
        QT_TRANSLATE_NOOP("Actions", "Save everything to another file"),
        shortcut="Ctrl+Shift+S",
    ),
    ActionSpec(
        "open_picture",
        1,
        QT_TRANSLATE_NOOP("Actions", "Open a &picture…"),
        QT_TRANSLATE_NOOP("Actions", "Make a doodle of a picture, a photograph or a scan"),
        shortcut="Ctrl+I",
        icon="picture",
    ),
    ActionSpec(
        "examples",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Example doodles…"),
        QT_TRANSLATE_NOOP("Actions", "Start from one of our doodles"),
        shortcut="X",
        icon="examples",
    ),
    ActionSpec(
        "export_picture",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Take the doodle away…"),
        QT_TRANSLATE_NOOP("Actions", "Save the doodle as a picture of any size, PNG or SVG"),
        shortcut="Ctrl+E",
        icon="export",
    ),
    ActionSpec(
        "quit",
        9,
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        QT_TRANSLATE_NOOP("Actions", "Close the window"),
        shortcut="Ctrl+Q",
        icon="quit",
    ),
)
