"""Every action of the window: menus, tool bars, shortcuts and the command palette come from it.

Each menu's rows are a table in the module of its name (`file`, `edit`, ...); `menus` puts them in
order, `registry` makes QActions of them. A panel takes its actions by name and connects
`triggered` (or `toggled`) to what it does.
"""

from desktop.actions.choice import Choice
from desktop.actions.menus import MENUS, ROWS, SPECS
from desktop.actions.registry import Actions
from desktop.actions.spec import ActionSpec

__all__ = ["MENUS", "ROWS", "SPECS", "ActionSpec", "Actions", "Choice"]
