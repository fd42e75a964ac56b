"""What the model sees in a latent: its best guesses, and how typical it is. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop.engine import Engine
from desktop.state.doodle import Doodle, Image

GUESSES = 3


@dataclass(frozen=True)
class Sight:
    """guesses: categories with their probabilities, likeliest first, none without a classifier.

    typicality: percentage of real drawings that are less likely, None where it is not known.
    """

    guesses: tuple[tuple[str, float], ...] = ()
    typicality: float | None = None


def sight_of(engine: Engine, doodle: Doodle) -> Sight:
    """What the open model sees in a doodle; takes well under a millisecond."""
    if doodle.latent is None or engine.bundle is None or doodle.model != engine.name:
        return Sight()
    rows = doodle.latent[None]
    guesses: tuple[tuple[str, float], ...] = ()
    typicality = None
    if not engine.missing("classify"):
        chances = engine.bundle.classify(rows)[0]
        best = np.argsort(-chances, kind="stable")[:GUESSES]
        guesses = tuple((engine.categories[index], float(chances[index])) for index in best)
    if not engine.missing("typicality"):
        typicality = float(engine.bundle.typicality(rows)[0])
    return Sight(guesses, typicality)


def through_noise(engine: Engine, doodle: Doodle, picture: Image) -> Doodle | None:
    """What the model makes of the doodle when it is given `picture` in its stead."""
    if engine.bundle is None or engine.missing("encode"):
        return None
    return engine.from_image(picture, doodle.origin)
