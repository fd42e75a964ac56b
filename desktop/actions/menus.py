"""The menus in the order of the menu bar, and the rows of each."""

from __future__ import annotations

from desktop.actions import edit, file, generate, help, map, mix, model, morph, view
from desktop.actions.spec import ActionSpec
from desktop.marks import QT_TRANSLATE_NOOP

MENUS = (
    ("file", QT_TRANSLATE_NOOP("Menus", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Menus", "&Edit")),
    ("model", QT_TRANSLATE_NOOP("Menus", "&Model")),
    ("generate", QT_TRANSLATE_NOOP("Menus", "&Generate")),
    ("map", QT_TRANSLATE_NOOP("Menus", "M&ap")),
    ("morph", QT_TRANSLATE_NOOP("Menus", "M&orph")),
    ("mix", QT_TRANSLATE_NOOP("Menus", "M&ix")),
    ("view", QT_TRANSLATE_NOOP("Menus", "&View")),
    ("help", QT_TRANSLATE_NOOP("Menus", "&Help")),
)

ROWS: dict[str, tuple[ActionSpec, ...]] = {
    "file": file.SPECS,
    "edit": edit.SPECS,
    "model": model.SPECS,
    "generate": generate.SPECS,
    "map": map.SPECS,
    "morph": morph.SPECS,
    "mix": mix.SPECS,
    "view": view.SPECS,
    "help": help.SPECS,
}

SPECS = tuple(spec for name, _ in MENUS for spec in ROWS[name])
