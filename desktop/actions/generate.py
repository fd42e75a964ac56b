"""The rows of the Generate menu: seeds, choosing among sketches, variations, many at once."""

from __future__ import annotations

from desktop.actions.spec import ActionSpec
from desktop.marks import QT_TRANSLATE_NOOP

SPECS = (
    ActionSpec(
        "random",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Random sketches"),
        QT_TRANSLATE_NOOP("Actions", "Draw new sketches from a new seed"),
        shortcut="R",
        icon="random",
    ),
    ActionSpec(
        "next_seed",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Next seed"),
        QT_TRANSLATE_NOOP("Actions", "Draw sketches from the next seed"),
        shortcut="]",
    ),
    ActionSpec(
        "previous_seed",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Previous seed"),
        QT_TRANSLATE_NOOP("Actions", "Draw sketches from the seed before"),
        shortcut="[",
    ),
    ActionSpec(
        "lock_seed",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Lock the seed"),
        QT_TRANSLATE_NOOP("Actions", "Keep the seed while category, temperature and number change"),
        shortcut="Ctrl+L",
        icon="lock",
        checkable=True,
    ),
    ActionSpec(
        "select_all",
        1,
        QT_TRANSLATE_NOOP("Actions", "Select &all sketches"),
        QT_TRANSLATE_NOOP("Actions", "Select all sketches, or none"),
        shortcut="A",
    ),
    ActionSpec(
        "compare",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Compare the selected"),
        QT_TRANSLATE_NOOP("Actions", "Show only the selected sketches, large"),
        shortcut="Q",
        icon="compare",
        checkable=True,
    ),
    ActionSpec(
        "keep_selected",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Keep the selected"),
        QT_TRANSLATE_NOOP("Actions", "Put the selected sketches onto the shelf, or all"),
        shortcut="Shift+K",
        icon="keep",
    ),
    ActionSpec(
        "more_like_this",
        2,
        QT_TRANSLATE_NOOP("Actions", "&More like this"),
        QT_TRANSLATE_NOOP("Actions", "Variations of the current doodle; once more brings others"),
        shortcut="Shift+M",
        icon="more",
    ),
    ActionSpec(
        "finish_sketch",
        2,
        QT_TRANSLATE_NOOP("Actions", "Fi&nish my sketch"),
        QT_TRANSLATE_NOOP(
            "Actions", "Let the model finish what you began; once more brings other ideas"
        ),
        shortcut="Shift+F",
        icon="finish",
    ),
    ActionSpec(
        "contact_sheet",
        2,
        QT_TRANSLATE_NOOP("Actions", "Contact &sheet…"),
        QT_TRANSLATE_NOOP("Actions", "Save the selected sketches, or all, as one picture"),
        shortcut="Ctrl+Shift+C",
        icon="sheet",
    ),
    ActionSpec(
        "make_many",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Many to a folder…"),
        QT_TRANSLATE_NOOP("Actions", "Save a thousand doodles at once"),
        shortcut="Ctrl+M",
    ),
    ActionSpec(
        "stop",
        2,
        QT_TRANSLATE_NOOP("Actions", "S&top"),
        QT_TRANSLATE_NOOP("Actions", "Stop making doodles"),
        shortcut="Ctrl+.",
        icon="close",
    ),
    ActionSpec(
        "teach",
        3,
        QT_TRANSLATE_NOOP("Actions", "T&each it something new…"),
        QT_TRANSLATE_NOOP("Actions", "Teach the model a category of your own by a few drawings"),
        shortcut="L",
        icon="teach",
    ),
    ActionSpec(
        "change_category",
        3,
        QT_TRANSLATE_NOOP("Actions", "Change one of &yours…"),
        QT_TRANSLATE_NOOP("Actions", "Give a category of yours more examples or another name"),
        shortcut="Ctrl+Shift+L",
    ),
    ActionSpec(
        "bring_category",
        3,
        QT_TRANSLATE_NOOP("Actions", "&Bring a category…"),
        QT_TRANSLATE_NOOP("Actions", "Open the file of a category that somebody taught"),
        shortcut="Shift+L",
    ),
)
