"""Sketches that one would take for a person's, chosen among what a prior draws: `judge.tflite`.

See `aemodel.models.judge` for the network and its training.
"""

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aemodel.bundle.checks import SIDE, Floats
from aemodel.bundle.flow import FlowPrior, number_of
from aemodel.bundle.graphs import Graph
from aemodel.errors import BundleError

JUDGE = "judge.tflite"
INPUTS = {"image": (SIDE, SIDE), "category": ()}
OUTPUTS = {"grade": ()}
MOST_CANDIDATES = 16
_AT_ONCE = 256
"""Samples: what a round draws for them is in memory."""

Integers = NDArray[np.integer[Any]]


class Judge:
    """Takes the first candidate of the prior that it grades `good_enough`, or else the best of
    `candidates`.

    The best of them always would be alike; the first good one is as varied as good ones are. Still
    it takes plainer ones than people draw, so candidates are drawn with as many times more noise as
    `candidate_temperature` says: then what it takes at temperature 1 is as far from the training
    drawings as others of people's are.
    """

    def __init__(
        self, graph: Graph, candidates: int, good_enough: float, candidate_temperature: float
    ) -> None:
        self._graph = graph
        self.candidates, self.good_enough = candidates, good_enough
        self.candidate_temperature = candidate_temperature

    def sample(
        self,
        prior: FlowPrior,
        decode: Callable[[Floats], Floats],
        wanted: Integers,
        temperature: float,
        seed: int,
        first: int,
    ) -> tuple[Floats, Floats]:
        """Images (n, 28, 28) and latents (n, L) of the categories (n,).

        They are the samples from number `first` on of the seed's endless row. The candidates of
        sample i are the prior's noise from number i * `candidates` on. They are drawn in rounds, as
        most samples need but a few: a round is of at least `candidates` for all that are not good
        enough yet.
        """
        latents = np.empty((len(wanted), prior.latent_size), np.float32)
        images = np.empty((len(wanted), SIDE, SIDE), np.float32)
        best = np.full(len(wanted), -np.inf, np.float32)
        wild = temperature * self.candidate_temperature
        for start in range(0, len(wanted), _AT_ONCE):
            waiting = np.arange(start, min(start + _AT_ONCE, len(wanted)))
            tried = 0
            while len(waiting) and tried < self.candidates:
                each = min(math.ceil(self.candidates / len(waiting)), self.candidates - tried)
                rows = (waiting[:, None] + first) * self.candidates + tried + np.arange(each)
                asked = np.repeat(wanted[waiting], each)
                drawn = prior.rows(rows.ravel(), asked, wild, seed)
                decoded = decode(drawn)
                grades = self.grade(decoded, asked).reshape(rows.shape)
                chosen = self.choose(grades)
                grade = grades[np.arange(len(rows)), chosen]
                better = grade > best[waiting]
                taken = (np.arange(len(rows)) * each + chosen)[better]
                into = waiting[better]
                best[into] = grade[better]
                images[into], latents[into] = decoded[taken], drawn[taken]
                waiting = waiting[best[waiting] < self.good_enough]
                tried += each
        return images, latents

    def choose(self, grades: Floats) -> Integers:
        """Grades (n, candidates) -> which of them is taken (n,)."""
        good = grades >= self.good_enough
        chosen: Integers = np.where(good.any(axis=1), good.argmax(axis=1), grades.argmax(axis=1))
        return chosen

    def grade(self, images: Floats, categories: Integers) -> Floats:
        """Images (n, 28, 28) of categories (n,) -> about 1 for a person's doodle, about 0 for none.

        Returns (n,).
        """
        return self._graph(image=images, category=categories.astype(np.float32))["grade"]


def load_judge(block: Mapping[str, Any], files: Mapping[str, bytes]) -> Judge | None:
    """The judge of a bundle whose prior's block says {"candidates": ..., "good_enough": ...,
    "candidate_temperature": ...}; None where there is none.

    Raises BundleError for numbers that cannot be, or a judge that is missing.
    """
    candidates = block.get("candidates", 1)
    if type(candidates) is not int or not 1 <= candidates <= MOST_CANDIDATES:
        raise BundleError(
            f"The prior's 'candidates' must be a whole number from 1 to {MOST_CANDIDATES}."
        )
    if candidates == 1:
        return None
    good_enough = number_of(block, "good_enough", 0.0, 1.0)
    wild = number_of(block, "candidate_temperature", 0.5, 2.0)
    if JUDGE not in files:
        raise BundleError(f"The model lacks {JUDGE}, a part of its flow prior.")
    return Judge(Graph(JUDGE, files[JUDGE], INPUTS, OUTPUTS), candidates, good_enough, wild)
