"""What the model sees in a latent: its best guesses, and how typical it is. No Qt."""

from __future__ import annotations

import numpy as np

from desktop.engine import Engine
from desktop.state.doodle import Doodle

GUESSES = 3


Guess = tuple[str, float]


def guesses_of(engine: Engine, doodle: Doodle) -> tuple[Guess, ...]:
    """At most three categories with their probabilities, likeliest first; well under a millisecond.

    Those that would be shown as 0 % are left out; none without a classifier.
    """
    if engine.missing("classify") or not _known(engine, doodle):
        return ()
    chances = engine.bundle.classify(np.asarray(doodle.latent)[None])[0]
    best = np.argsort(-chances, kind="stable")[:GUESSES]
    guesses = [(engine.categories[index], float(chances[index])) for index in best]
    return tuple(guess for guess in guesses if guess[1] >= 0.005)


def typicality_of(engine: Engine, doodle: Doodle) -> float | None:
    """Percentage of real drawings that are less likely, if the model can tell.

    With a flow for a prior it takes several milliseconds: ask in the background.
    """
    if engine.missing("typicality") or not _known(engine, doodle):
        return None
    return float(engine.bundle.typicality(np.asarray(doodle.latent)[None])[0])


def _known(engine: Engine, doodle: Doodle) -> bool:
    return doodle.latent is not None and doodle.model == engine.name
