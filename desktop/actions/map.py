"""The rows of the Map menu: sight, what moves along, ways of looking, ways to walk."""

from __future__ import annotations

from desktop.actions.spec import ActionSpec
from desktop.marks import QT_TRANSLATE_NOOP

SPECS = (
    ActionSpec(
        "center_map",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Centre on my doodle"),
        QT_TRANSLATE_NOOP("Actions", "Bring the marker to the middle of the map"),
        shortcut="C",
        icon="center",
    ),
    ActionSpec(
        "fit_map",
        0,
        QT_TRANSLATE_NOOP("Actions", "Show the &whole map"),
        QT_TRANSLATE_NOOP("Actions", "Zoom out until everything is in sight"),
        shortcut="F",
        icon="fit",
    ),
    ActionSpec(
        "thumbnails",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Doodles on the map"),
        QT_TRANSLATE_NOOP("Actions", "Show what the model draws at places of the map"),
        shortcut="T",
        icon="thumbnails",
        checkable=True,
    ),
    ActionSpec(
        "keep_details",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Keep my doodle's details"),
        QT_TRANSLATE_NOOP(
            "Actions", "Moving on the map carries along what two dimensions cannot say"
        ),
        shortcut="K",
        icon="details",
        checkable=True,
    ),
    ActionSpec(
        "nearby",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Nearest doodles"),
        QT_TRANSLATE_NOOP("Actions", "Show what lies nearest to my doodle on the map"),
        shortcut="N",
        icon="nearby",
        checkable=True,
    ),
    ActionSpec(
        "all_categories",
        1,
        QT_TRANSLATE_NOOP("Actions", "Show &all categories"),
        QT_TRANSLATE_NOOP("Actions", "Take the legend's filter away"),
        shortcut="Shift+C",
    ),
    ActionSpec(
        "reroll_map",
        1,
        QT_TRANSLATE_NOOP("Actions", "Fill in &anew"),
        QT_TRANSLATE_NOOP("Actions", "Another seed for what places of the map do not say"),
        shortcut="Shift+R",
        icon="random",
    ),
    ActionSpec(
        "map_plane",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Map"),
        QT_TRANSLATE_NOOP("Actions", "The map: every doodle in two dimensions"),
        shortcut="Ctrl+Alt+M",
        checkable=True,
        group="map_mode",
    ),
    ActionSpec(
        "map_axes",
        2,
        QT_TRANSLATE_NOOP("Actions", "A&xes"),
        QT_TRANSLATE_NOOP("Actions", "Any two principal directions of the latent"),
        shortcut="Ctrl+Alt+X",
        checkable=True,
        group="map_mode",
    ),
    ActionSpec(
        "map_sliders",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Sliders"),
        QT_TRANSLATE_NOOP("Actions", "The leading principal directions, one slider each"),
        shortcut="Ctrl+Alt+S",
        checkable=True,
        group="map_mode",
    ),
    ActionSpec(
        "draw_way",
        3,
        QT_TRANSLATE_NOOP("Actions", "&Draw a way"),
        QT_TRANSLATE_NOOP("Actions", "Draw a way on the map; my doodle walks along it"),
        shortcut="W",
        icon="way",
        checkable=True,
    ),
    ActionSpec(
        "play_way",
        3,
        QT_TRANSLATE_NOOP("Actions", "&Walk the way"),
        QT_TRANSLATE_NOOP("Actions", "Walk along the way, or stop there"),
        shortcut="F6",
        icon="play",
    ),
    ActionSpec(
        "forget_way",
        3,
        QT_TRANSLATE_NOOP("Actions", "Wipe the wa&y off"),
        QT_TRANSLATE_NOOP("Actions", "Take the way off the map"),
        shortcut="Shift+W",
        icon="clear",
    ),
)
