"""How doodles are spoken of."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from desktop.state.doodle import Doodle
from desktop.state.origin import Drawn, Mixed, Morphed, Opened, Picked, Sampled, Steered


def origin_words(doodle: Doodle) -> str:
    """How the doodle came about, in a few words; "" for a blank page."""
    origin = doodle.origin
    words = ""
    if isinstance(origin, Drawn):
        words = _tr("Drawn by you")
    elif isinstance(origin, Picked):
        words = _tr("Picked on the map at {x}, {y}").format(
            x=f"{origin.x:.2f}", y=f"{origin.y:.2f}"
        )
    elif isinstance(origin, Sampled):
        words = _tr("Sketch {number} of seed {seed}").format(
            number=origin.index + 1, seed=origin.seed
        )
    elif isinstance(origin, Morphed):
        leg = max(0, math.ceil(origin.position) - 1)
        words = _tr("Morph, {percent} % from {first} to {second}").format(
            percent=round((origin.position - leg) * 100), first=letter(leg), second=letter(leg + 1)
        )
    elif isinstance(origin, Steered):
        words = _tr("Axis {number} at {sigma} σ").format(
            number=origin.axis + 1, sigma=f"{origin.sigma:+.1f}"
        )
        if origin.second >= 0:
            words += _tr(", axis {number} at {sigma} σ").format(
                number=origin.second + 1, sigma=f"{origin.second_sigma:+.1f}"
            )
    elif isinstance(origin, Mixed):
        words = _tr("Mixed: {recipe}").format(recipe=origin.recipe)
    elif isinstance(origin, Opened):
        words = _tr("Opened: {name}").format(name=origin.name)
    return words


def letter(index: int) -> str:
    """What a keyframe is called: A, B, C, ..."""
    return chr(ord("A") + index)


def category_words(category: str) -> str:
    """A category's name in the language of the window."""
    names = {"cat": _tr("cat"), "dog": _tr("dog"), "tree": _tr("tree")}
    return names.get(category, category)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Words", text)
