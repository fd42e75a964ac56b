"""What the model sees in a latent: its best guesses, and how likely it is. No Qt."""

from __future__ import annotations

import numpy as np

from desktop.engine import Engine, looked_at, much_to_read
from desktop.state.doodle import Doodle

GUESSES = 3
SURE = 0.5
LEAST_INK = 56.0
"""Of a picture's levels in 0..1, their sum: a straight line across the page has some fifty."""


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


def likelihood_tells(doodle: Doodle, guesses: tuple[Guess, ...]) -> bool:
    """Whether it says something about a drawing how likely the model finds it.

    A dot is likelier than any cat: it says nothing while there is hardly more than a line on the
    page, or while the model does not know what it sees.
    """
    picture = doodle.picture
    drawn = picture is not None and float(picture.sum()) >= LEAST_INK
    return drawn and (not guesses or guesses[0][1] >= SURE)


def alike(former: Doodle | None, now: Doodle) -> bool:
    """Whether a drawing was only moved or scaled, so that the model is shown the same picture.

    That takes a few milliseconds: ask when a gesture is over. False for more ink than that allows.
    """
    if former is None or not former.ink or not now.ink or former.model != now.model:
        return False
    if much_to_read(now.ink):
        return False
    before, after = looked_at(former).input, looked_at(now).input
    return before is not None and after is not None and np.array_equal(before, after)


def _known(engine: Engine, doodle: Doodle) -> bool:
    return doodle.latent is not None and doodle.model == engine.name
