"""Finishes a drawing: searches the latent space, under the prior, for doodles that hold its ink.

Without gradients: the first candidates come from the prior's neighbourhood of the encoded drawing;
the ink is laid over the best of them, the result is encoded and moved by the prior again, a little
less far. What fits is what covers the ink, adds little next to it, and is clearly of its category;
what is far from the ink may be anything.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aemodel.bundle.checks import Floats, InvalidInput

Wander = Callable[[Floats, float, int, list[int | None]], Floats]
"""(latents, distance, seed, categories) -> latents; see `variations.wander`."""

MOST = 64
"""Completions that can be asked for at once."""
FIRST = ((0.8, 48), (0.6, 48))
"""Distance and number of the first candidates, around the encoded drawing."""
ROUNDS = ((0.55, 16, 3), (0.45, 16, 3))
"""Distance of the children, number of parents, and of children for each."""
EVENLY = 0.3
"""Share of the first candidates whose category is any, whatever the drawing looks like."""

# What the score is made of, in the order of nats.
MISSED = 0.02  # ink that is not covered at all counts as if drawn with this probability
BESIDE = 0.3  # for each further pixel of ink within two pixels of the drawn ink
BELIEF = 4.0  # weight of the category, as the model sees it in the unfinished drawing
CLEAR = 6.0  # weight of the category, as the model sees it in the candidate


@dataclass(frozen=True)
class Tools:
    """What the search needs of a model; `guess` gives probabilities (n, K) of the categories."""

    encode: Callable[[Floats], Floats]
    decode: Callable[[Floats], Floats]
    wander: Wander
    guess: Callable[[Floats], Floats] | None


@dataclass
class Candidates:
    """Doodles found so far: latents (n, L), images (n, 28, 28), categories and scores (n,)."""

    latents: Floats
    images: Floats
    categories: NDArray[np.int64]
    scores: NDArray[np.float64]

    def take(self, rows: NDArray[np.int64]) -> "Candidates":
        """The candidates of those rows."""
        return Candidates(
            self.latents[rows], self.images[rows], self.categories[rows], self.scores[rows]
        )

    def join(self, other: "Candidates") -> "Candidates":
        """These candidates and, after them, the others."""
        return Candidates(
            np.concatenate([self.latents, other.latents]),
            np.concatenate([self.images, other.images]),
            np.concatenate([self.categories, other.categories]),
            np.concatenate([self.scores, other.scores]),
        )


def complete(tools: Tools, ink: Floats, n: int, seed: int) -> tuple[Floats, Floats]:
    """Images (n, 28, 28) that hold the ink (28, 28), and their latents (n, L); the best first.

    Raises BundleError for more than MOST of them.
    """
    if n > MOST:
        raise InvalidInput(f"At most {MOST} completions can be asked for, not {n}.")
    start = tools.encode(ink[None])
    beliefs = None if tools.guess is None else tools.guess(start)[0].astype(np.float64)
    rng = np.random.default_rng(seed)
    fit = Fit(ink, beliefs)

    def judged(latents: Floats, categories: NDArray[np.int64]) -> Candidates:
        images = tools.decode(latents)
        scores = fit(images, categories)
        if tools.guess is not None:
            clear = tools.guess(latents)[np.arange(len(latents)), categories]
            scores = scores + CLEAR * np.log(clear + 0.01)
        return Candidates(latents, images, categories, scores)

    def moved(latents: Floats, distance: float, categories: NDArray[np.int64]) -> Floats:
        asked = [None if index < 0 else int(index) for index in categories]
        return tools.wander(latents, distance, int(rng.integers(2**31)), asked)

    found: Candidates | None = None
    for distance, count in FIRST:
        categories = _categories(beliefs, count, rng)
        latents = moved(np.repeat(start, count, 0), distance, categories)
        more = judged(latents, categories)
        found = more if found is None else found.join(more)
    assert found is not None
    for distance, parents, children in ROUNDS:
        best = found.take(np.argsort(-found.scores, kind="stable")[:parents])
        inked = tools.encode(np.maximum(best.images, ink))
        categories = np.repeat(best.categories, children)
        found = found.join(
            judged(moved(np.repeat(inked, children, 0), distance, categories), categories)
        )
    best = found.take(_diverse(found, n))
    return np.maximum(best.images, ink), best.latents


def _categories(
    beliefs: NDArray[np.float64] | None, count: int, rng: np.random.Generator
) -> NDArray[np.int64]:
    """Categories to ask for: mostly the believed ones, some of all; -1 where none are known."""
    if beliefs is None:
        return np.full(count, -1)
    chances = (1 - EVENLY) * beliefs / beliefs.sum() + EVENLY / len(beliefs)
    return rng.choice(len(beliefs), count, p=chances)


class Fit:
    """How well doodles hold the ink: higher is better, in the order of nats."""

    def __init__(self, ink: Floats, beliefs: NDArray[np.float64] | None) -> None:
        self._ink = ink
        near = spread(ink[None])
        self._beside = spread(spread(near))[0] - near[0]
        self._beliefs = beliefs

    def __call__(self, images: Floats, categories: NDArray[np.int64]) -> NDArray[np.float64]:
        """Scores (n,) of images (n, 28, 28) asked for by category."""
        covered = np.maximum(images, 0.8 * spread(images))
        score = (self._ink * np.log(MISSED + (1 - MISSED) * covered)).sum(axis=(1, 2))
        score = score - BESIDE * (self._beside * images).sum(axis=(1, 2))
        if self._beliefs is not None:
            score = score + BELIEF * np.log(self._beliefs[categories] + 0.01)
        total: NDArray[np.float64] = score.astype(np.float64)
        return total


def _diverse(found: Candidates, n: int) -> NDArray[np.int64]:
    """Rows of the n best that are not nearly the same picture, the best first."""
    order = np.argsort(-found.scores, kind="stable")
    thick = spread(found.images).reshape(len(order), -1)
    thick /= np.linalg.norm(thick, axis=1, keepdims=True) + 1e-6
    unlike = 1 - thick @ thick.T
    for gap in (0.12, 0.06, 0.03, 0.0, -1.0):
        chosen: list[int] = []
        for row in order:
            if len(chosen) < n and all(unlike[row, other] > gap for other in chosen):
                chosen.append(int(row))
        if len(chosen) == n:
            break
    return np.array(chosen, np.int64)


def spread(images: Floats) -> Floats:
    """The darkest of each pixel (n, H, W) and its eight neighbours: lines one pixel thicker."""
    padded = np.pad(images, ((0, 0), (1, 1), (1, 1)))
    height, width = images.shape[1:]
    rows = np.maximum(np.maximum(padded[:, :height], padded[:, 1:-1]), padded[:, 2:])
    thick: Floats = np.maximum(np.maximum(rows[:, :, :width], rows[:, :, 1:-1]), rows[:, :, 2:])
    return thick


def kept(images: Floats, ink: Floats) -> Floats:
    """Share (n,) in 0..1 of the ink (28, 28) that images (n, 28, 28) cover within a pixel."""
    covered = np.minimum(spread(images), ink).sum(axis=(1, 2)) / max(float(ink.sum()), 1e-6)
    share: Floats = covered.astype(np.float32)
    return share
