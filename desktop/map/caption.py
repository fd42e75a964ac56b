"""What a place of the map is said to hold."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.engine import Engine
from desktop.map.filtering import Shown
from desktop.map.neighbours import shares_at
from desktop.views.words import category_words


def caption_at(engine: Engine, shown: Shown, x: float, y: float) -> str:
    """Which of the shown categories most drawings there are of, and how many; "" for none at all.

    Where one category alone is shown, its name says it all.
    """
    shares = shares_at(engine.map, x, y, shown)
    if not shares.any():
        return ""
    most = int(shares.argmax())
    name = category_words(engine.categories[most])
    if shown is not None and len(shown) == 1:
        return name
    words = QCoreApplication.translate("MapCaption", "{category} {percent} %")
    return words.format(category=name, percent=round(100 * shares[most]))
