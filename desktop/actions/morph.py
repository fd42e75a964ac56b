"""The rows of the Morph menu: keyframes, playing, saving."""

from __future__ import annotations

from desktop.actions.spec import ActionSpec
from desktop.marks import QT_TRANSLATE_NOOP

PATH = QT_TRANSLATE_NOOP("Menus", "Pat&h")
REPEAT = QT_TRANSLATE_NOOP("Menus", "Repea&t")

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
        QT_TRANSLATE_NOOP("Actions", "T&urn the morph round"),
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
        "morph_faster",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Faster"),
        QT_TRANSLATE_NOOP("Actions", "Play the morph at a higher speed"),
        shortcut=".",
    ),
    ActionSpec(
        "morph_slower",
        1,
        QT_TRANSLATE_NOOP("Actions", "Slo&wer"),
        QT_TRANSLATE_NOOP("Actions", "Play the morph at a lower speed"),
        shortcut=",",
    ),
    ActionSpec(
        "repeat_once",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Once"),
        QT_TRANSLATE_NOOP("Actions", "Play the morph once and stay at its end"),
        shortcut="F7",
        checkable=True,
        group="repeat",
        submenu=REPEAT,
    ),
    ActionSpec(
        "repeat_loop",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Loop"),
        QT_TRANSLATE_NOOP("Actions", "Play the morph again and again from its beginning"),
        shortcut="F8",
        checkable=True,
        group="repeat",
        submenu=REPEAT,
    ),
    ActionSpec(
        "repeat_ping_pong",
        1,
        QT_TRANSLATE_NOOP("Actions", "&To and fro"),
        QT_TRANSLATE_NOOP("Actions", "Play the morph to its end and back again"),
        shortcut="F9",
        checkable=True,
        group="repeat",
        submenu=REPEAT,
    ),
    ActionSpec(
        "next_repeat",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Next way to repeat"),
        QT_TRANSLATE_NOOP(
            "Actions", "Repeat the morph in the next way: once, in a loop, to and fro"
        ),
        shortcut="Ctrl+Alt+R",
        submenu=REPEAT,
    ),
    ActionSpec(
        "path_model",
        1,
        QT_TRANSLATE_NOOP("Actions", "Through &drawings"),
        QT_TRANSLATE_NOOP(
            "Actions", "Morph on the model's own path: what lies between is a drawing too"
        ),
        shortcut="Ctrl+Alt+W",
        checkable=True,
        group="path",
        submenu=PATH,
    ),
    ActionSpec(
        "path_straight",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Straight"),
        QT_TRANSLATE_NOOP("Actions", "Morph on straight lines in the latent space"),
        shortcut="Ctrl+Alt+A",
        checkable=True,
        group="path",
        submenu=PATH,
    ),
    ActionSpec(
        "path_spherical",
        1,
        QT_TRANSLATE_NOOP("Actions", "S&pherical"),
        QT_TRANSLATE_NOOP("Actions", "Morph on great circles in the latent space"),
        shortcut="Ctrl+Alt+E",
        checkable=True,
        group="path",
        submenu=PATH,
    ),
    ActionSpec(
        "path_spline",
        1,
        QT_TRANSLATE_NOOP("Actions", "Sp&line"),
        QT_TRANSLATE_NOOP("Actions", "Morph on one smooth curve through all keyframes"),
        shortcut="Ctrl+Alt+N",
        checkable=True,
        group="path",
        submenu=PATH,
    ),
    ActionSpec(
        "next_path",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Next path"),
        QT_TRANSLATE_NOOP("Actions", "Morph on the next kind of path"),
        shortcut="Ctrl+Alt+P",
        submenu=PATH,
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
