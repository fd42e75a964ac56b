"""The rows of the Edit menu: steps, clipboard, tools of the page, the shelf, settings."""

from __future__ import annotations

from desktop.actions.spec import ActionSpec
from desktop.marks import QT_TRANSLATE_NOOP

SPECS = (
    ActionSpec(
        "undo",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        QT_TRANSLATE_NOOP("Actions", "Take back the last step"),
        shortcut="Ctrl+Z",
        icon="undo",
    ),
    ActionSpec(
        "redo",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        QT_TRANSLATE_NOOP("Actions", "Do the step again"),
        shortcut="Ctrl+Shift+Z; Ctrl+Y",
        icon="redo",
    ),
    ActionSpec(
        "copy",
        0,
        QT_TRANSLATE_NOOP("Actions", "C&opy the doodle"),
        QT_TRANSLATE_NOOP("Actions", "Copy the doodle as a picture, PNG and SVG"),
        shortcut="Ctrl+C",
        icon="copy",
    ),
    ActionSpec(
        "paste",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Paste"),
        QT_TRANSLATE_NOOP("Actions", "Make a doodle of the picture on the clipboard"),
        shortcut="Ctrl+V",
        icon="paste",
    ),
    ActionSpec(
        "pen",
        1,
        QT_TRANSLATE_NOOP("Actions", "P&en"),
        QT_TRANSLATE_NOOP("Actions", "Draw strokes"),
        shortcut="P",
        icon="pen",
        checkable=True,
        group="tool",
    ),
    ActionSpec(
        "eraser",
        1,
        QT_TRANSLATE_NOOP("Actions", "Er&aser"),
        QT_TRANSLATE_NOOP("Actions", "Rub out whole strokes; the right button does it too"),
        shortcut="E",
        icon="eraser",
        checkable=True,
        group="tool",
    ),
    ActionSpec(
        "rubber",
        1,
        QT_TRANSLATE_NOOP("Actions", "Ru&b out parts"),
        QT_TRANSLATE_NOOP("Actions", "Rub out only what is touched; strokes fall into pieces"),
        shortcut="Shift+E",
        icon="rubber",
        checkable=True,
        group="tool",
    ),
    ActionSpec(
        "place",
        1,
        QT_TRANSLATE_NOOP("Actions", "Mo&ve and scale"),
        QT_TRANSLATE_NOOP(
            "Actions", "Move the whole drawing, or scale it: handles, wheel, arrows, + and -"
        ),
        shortcut="V",
        icon="place",
        checkable=True,
        group="tool",
    ),
    ActionSpec(
        "mirror",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Mirror"),
        QT_TRANSLATE_NOOP("Actions", "Exchange left and right"),
        shortcut="M",
        icon="mirror",
    ),
    ActionSpec(
        "turn_into_ink",
        1,
        QT_TRANSLATE_NOOP("Actions", "Turn into &ink"),
        QT_TRANSLATE_NOOP("Actions", "Make strokes of the doodle, to draw on with the pen"),
        shortcut="I",
        icon="nib",
    ),
    ActionSpec(
        "clear",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Clear the page"),
        QT_TRANSLATE_NOOP("Actions", "Start with an empty page"),
        shortcut="Ctrl+Backspace",
        icon="clear",
    ),
    ActionSpec(
        "keep",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Keep the doodle"),
        QT_TRANSLATE_NOOP("Actions", "Put the current doodle onto the shelf"),
        shortcut="Ctrl+D",
        icon="keep",
    ),
    ActionSpec(
        "rename",
        2,
        QT_TRANSLATE_NOOP("Actions", "Re&name"),
        QT_TRANSLATE_NOOP("Actions", "Give the doodle on the shelf a name"),
        shortcut="F2",
        icon="rename",
    ),
    ActionSpec(
        "discard",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Delete from the shelf"),
        QT_TRANSLATE_NOOP("Actions", "Take the doodle off the shelf"),
        shortcut="Del",
        icon="bin",
    ),
    ActionSpec(
        "shelf_sheet",
        2,
        QT_TRANSLATE_NOOP("Actions", "Contact s&heet of the shelf…"),
        QT_TRANSLATE_NOOP(
            "Actions", "Save the selected doodles of the shelf, or all, as a picture"
        ),
        shortcut="Ctrl+Alt+C",
        icon="sheet",
    ),
    ActionSpec(
        "settings",
        9,
        QT_TRANSLATE_NOOP("Actions", "Se&ttings…"),
        QT_TRANSLATE_NOOP(
            "Actions", "Colours, language, width of the pen and habits; changes count at once"
        ),
        shortcut="Ctrl+,",
        icon="settings",
    ),
)
