"""Which categories the map shows. No Qt."""

from __future__ import annotations

Shown = frozenset[int] | None
"""Indices of the categories that are shown; None for all."""


def toggled(shown: Shown, index: int, count: int) -> Shown:
    """After a click on a category: the first click singles it out, further ones add and remove.

    With none or all of `count` left, everything is shown again.
    """
    if shown is None:
        after = frozenset({index})
    else:
        after = shown - {index} if index in shown else shown | {index}
    return None if len(after) in (0, count) else after
