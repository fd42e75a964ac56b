"""What is written down about one action."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ActionSpec:
    """One row of a menu. `text` and `tip` are marked for translation where they are written.

    `section` counts up within a menu: a separator is drawn where it changes. `shortcut` may hold
    several, separated by "; ". Equal `group`s exclude each other. Rows with a `submenu` stand in
    the sub-menu of that title, which stands where the first of them is; its sections are its own.
    """

    name: str
    section: int
    text: str
    tip: str
    shortcut: str = ""
    icon: str = ""
    checkable: bool = False
    group: str = ""
    submenu: str = ""
