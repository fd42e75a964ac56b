"""The rows of the View menu: outlines, colours, the window, commands."""

from __future__ import annotations

from desktop.actions.spec import ActionSpec
from desktop.marks import QT_TRANSLATE_NOOP

SPECS = (
    ActionSpec(
        "outlines",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Smooth outlines"),
        QT_TRANSLATE_NOOP("Actions", "Smooth outlines, or the model's raw pixels"),
        shortcut="O",
        icon="outlines",
        checkable=True,
    ),
    ActionSpec(
        "theme_system",
        1,
        QT_TRANSLATE_NOOP("Actions", "Light or dark as the s&ystem"),
        QT_TRANSLATE_NOOP("Actions", "Follow the system's colours"),
        shortcut="Ctrl+Alt+0",
        checkable=True,
        group="theme",
    ),
    ActionSpec(
        "theme_light",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Light: ink on paper"),
        QT_TRANSLATE_NOOP("Actions", "Ink on warm paper"),
        shortcut="Ctrl+Alt+1",
        icon="light",
        checkable=True,
        group="theme",
    ),
    ActionSpec(
        "theme_dark",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Dark: chalk on slate"),
        QT_TRANSLATE_NOOP("Actions", "Chalk on slate"),
        shortcut="Ctrl+Alt+2",
        icon="dark",
        checkable=True,
        group="theme",
    ),
    ActionSpec(
        "toggle_theme",
        1,
        QT_TRANSLATE_NOOP("Actions", "Switch light and dark"),
        QT_TRANSLATE_NOOP("Actions", "Switch between paper and slate"),
        shortcut="Ctrl+T",
        icon="dark",
    ),
    ActionSpec(
        "full_screen",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Full screen"),
        QT_TRANSLATE_NOOP("Actions", "Nothing but doodles"),
        shortcut="F11",
        checkable=True,
    ),
    ActionSpec(
        "next_panel",
        3,
        QT_TRANSLATE_NOOP("Actions", "Go to the &next panel"),
        QT_TRANSLATE_NOOP("Actions", "From panel to panel by keyboard"),
        shortcut="Ctrl+F6",
    ),
    ActionSpec(
        "panel_before",
        3,
        QT_TRANSLATE_NOOP("Actions", "Go to the panel &before"),
        QT_TRANSLATE_NOOP("Actions", "From panel to panel by keyboard, the other way round"),
        shortcut="Ctrl+Shift+F6",
    ),
    ActionSpec(
        "reset_layout",
        3,
        QT_TRANSLATE_NOOP("Actions", "&Put the panels back"),
        QT_TRANSLATE_NOOP("Actions", "Arrange the panels as they were at first"),
        shortcut="Ctrl+Alt+L",
    ),
    ActionSpec(
        "palette",
        4,
        QT_TRANSLATE_NOOP("Actions", "&Commands…"),
        QT_TRANSLATE_NOOP("Actions", "Find anything that the window can do"),
        shortcut="Ctrl+K; Ctrl+Shift+P",
        icon="search",
    ),
)
