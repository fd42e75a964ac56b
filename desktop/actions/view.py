"""The rows of the View menu: outlines, colours, the window, commands."""

from __future__ import annotations

from desktop.actions.spec import ActionSpec
from desktop.marks import QT_TRANSLATE_NOOP

NOISE = QT_TRANSLATE_NOOP("Menus", "&Noise")
MOVE = QT_TRANSLATE_NOOP("Menus", "&Move the panel")
LANGUAGE = QT_TRANSLATE_NOOP("Menus", "Lan&guage")

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
        "noise_grain",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Grain"),
        QT_TRANSLATE_NOOP("Actions", "The noise is grain: every pixel a little lighter or darker"),
        shortcut="Ctrl+Alt+G",
        checkable=True,
        group="noise",
        submenu=NOISE,
    ),
    ActionSpec(
        "noise_specks",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Specks"),
        QT_TRANSLATE_NOOP("Actions", "The noise is specks: some pixels turn black or white"),
        shortcut="Ctrl+Alt+K",
        checkable=True,
        group="noise",
        submenu=NOISE,
    ),
    ActionSpec(
        "noise_shake",
        0,
        QT_TRANSLATE_NOOP("Actions", "S&hake"),
        QT_TRANSLATE_NOOP("Actions", "The noise shakes: pixels come from a place near by"),
        shortcut="Ctrl+Alt+H",
        checkable=True,
        group="noise",
        submenu=NOISE,
    ),
    ActionSpec(
        "next_noise",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Next kind"),
        QT_TRANSLATE_NOOP("Actions", "Disturb what the model is given with the next kind of noise"),
        shortcut="Alt+U",
        submenu=NOISE,
    ),
    ActionSpec(
        "more_noise",
        2,
        QT_TRANSLATE_NOOP("Actions", "&More noise"),
        QT_TRANSLATE_NOOP(
            "Actions", "Disturb what the model is given more: watch what it makes of that"
        ),
        shortcut="U",
        submenu=NOISE,
    ),
    ActionSpec(
        "less_noise",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Less noise"),
        QT_TRANSLATE_NOOP("Actions", "Disturb what the model is given less"),
        shortcut="Shift+U",
        submenu=NOISE,
    ),
    ActionSpec(
        "no_noise",
        2,
        QT_TRANSLATE_NOOP("Actions", "N&o noise"),
        QT_TRANSLATE_NOOP("Actions", "Give the model the drawing as it is"),
        shortcut="Ctrl+U",
        submenu=NOISE,
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
        QT_TRANSLATE_NOOP("Actions", "S&witch light and dark"),
        QT_TRANSLATE_NOOP("Actions", "Switch between paper and slate"),
        shortcut="Ctrl+T",
        icon="dark",
    ),
    ActionSpec(
        "language_system",
        1,
        QT_TRANSLATE_NOOP("Actions", "As the s&ystem"),
        QT_TRANSLATE_NOOP("Actions", "Speak the language of the system"),
        shortcut="Ctrl+Alt+7",
        checkable=True,
        group="language",
        submenu=LANGUAGE,
    ),
    ActionSpec(
        "language_en",
        1,
        QT_TRANSLATE_NOOP("Actions", "&English"),
        QT_TRANSLATE_NOOP("Actions", "Speak English, in the whole window and at once"),
        shortcut="Ctrl+Alt+8",
        checkable=True,
        group="language",
        submenu=LANGUAGE,
    ),
    ActionSpec(
        "language_zh_CN",
        1,
        QT_TRANSLATE_NOOP("Actions", "简体中文"),
        QT_TRANSLATE_NOOP("Actions", "Speak Chinese, in the whole window and at once"),
        shortcut="Ctrl+Alt+9",
        checkable=True,
        group="language",
        submenu=LANGUAGE,
    ),
    ActionSpec(
        "full_screen",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Full screen"),
        QT_TRANSLATE_NOOP("Actions", "The window fills the whole screen; Esc leaves it too"),
        shortcut="F11",
        checkable=True,
    ),
    ActionSpec(
        "next_panel",
        3,
        QT_TRANSLATE_NOOP("Actions", "Go to the ne&xt panel"),
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
        "move_left",
        3,
        QT_TRANSLATE_NOOP("Actions", "Move the panel &left"),
        QT_TRANSLATE_NOOP(
            "Actions", "The panel with the keys moves left: from its tabs, or to those beside it"
        ),
        shortcut="Ctrl+Shift+Left",
        submenu=MOVE,
    ),
    ActionSpec(
        "move_right",
        3,
        QT_TRANSLATE_NOOP("Actions", "Move the panel &right"),
        QT_TRANSLATE_NOOP(
            "Actions", "The panel with the keys moves right: from its tabs, or to those beside it"
        ),
        shortcut="Ctrl+Shift+Right",
        submenu=MOVE,
    ),
    ActionSpec(
        "move_up",
        3,
        QT_TRANSLATE_NOOP("Actions", "Move the panel &up"),
        QT_TRANSLATE_NOOP(
            "Actions", "The panel with the keys moves up: from its tabs, or to those beside it"
        ),
        shortcut="Ctrl+Shift+Up",
        submenu=MOVE,
    ),
    ActionSpec(
        "move_down",
        3,
        QT_TRANSLATE_NOOP("Actions", "Move the panel &down"),
        QT_TRANSLATE_NOOP(
            "Actions", "The panel with the keys moves down: from its tabs, or to those beside it"
        ),
        shortcut="Ctrl+Shift+Down",
        submenu=MOVE,
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
