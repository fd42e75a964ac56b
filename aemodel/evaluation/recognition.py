"""Whether the frozen classifier sees what was asked for, and which categories come up unasked."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Recognition(NamedTuple):
    """Rates in [0, 1]."""

    overall: float  # mean over categories, each counting the same
    by_category: dict[str, float]


class Balance(NamedTuple):
    """How drawings that were asked for without a category spread over the categories."""

    shares: dict[str, float]  # by category of the model, of all drawings
    other: float  # share recognised as a category that the model does not know
    entropy: float  # of the shares among known categories, relative to the uniform one, in [0, 1]


def recognition_rates(
    predicted: NDArray[np.integer], asked: NDArray[np.integer], categories: Sequence[str]
) -> Recognition:
    """Share of drawings (n,) whose predicted label is the asked one, by category and overall.

    Labels index the categories of the classifier; `categories` names them.
    """
    rates = {
        categories[label]: float((predicted[asked == label] == label).mean())
        for label in np.unique(asked)
    }
    return Recognition(float(np.mean(list(rates.values()))), rates)


def worst_ratio(rates: dict[str, float], real_rates: dict[str, float]) -> tuple[str, float]:
    """The category whose rate is the smallest share of its rate for real drawings."""
    ratios = {name: rate / max(real_rates[name], 1e-9) for name, rate in rates.items()}
    worst = min(ratios, key=lambda name: ratios[name])
    return worst, ratios[worst]


def category_balance(
    predicted: NDArray[np.integer], known: Sequence[int], categories: Sequence[str]
) -> Balance:
    """Spread of the predicted labels (n,) over the `known` labels of a model."""
    counts = np.array([(predicted == label).sum() for label in known], dtype=np.float64)
    total = counts.sum()
    shares = counts / max(len(predicted), 1)
    inside = counts[counts > 0] / max(total, 1)
    entropy = (inside * np.log(1 / inside)).sum()
    return Balance(
        shares={
            categories[label]: float(share) for label, share in zip(known, shares, strict=True)
        },
        other=float(1 - shares.sum()),
        entropy=float(entropy / np.log(len(known))) if len(known) > 1 else 1.0,
    )
