"""Fuzzy search: the letters of the query, in order, anywhere in the text. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

Item = TypeVar("Item")


def fuzzy_score(query: str, text: str) -> float | None:
    """How well the text fits, higher is better; None if it lacks a letter of the query.

    Counts for each letter: 1, 5 more right after the letter before, 3 more at the start of a word.
    Long texts lose a little, so that of equals the shortest comes first. Blanks do not count.
    """
    wanted = [letter for letter in query.casefold() if not letter.isspace()]
    text = text.casefold()
    if not wanted:
        return 0.0
    # best[i] = best score with the query's letter under way at text[i].
    best: list[float | None] = []
    for number, letter in enumerate(wanted):
        row: list[float | None] = [None] * len(text)
        reach: float | None = None
        for i, other in enumerate(text):
            if number and i and best[i - 1] is not None:
                before = best[i - 1]
                reach = before if reach is None or (before or 0) > reach else reach
            if other != letter or (number and reach is None):
                continue
            starts = i == 0 or not text[i - 1].isalnum()
            here = 1.0 + 3.0 * starts
            if number:
                neighbour = best[i - 1] if i else None
                follows = None if neighbour is None else neighbour + 5.0
                here += max(value for value in (reach, follows) if value is not None)
            row[i] = here
        best = row
    scores = [score for score in best if score is not None]
    return max(scores) - 0.01 * len(text) if scores else None


def fuzzy_search(query: str, items: Iterable[Item], text_of: Callable[[Item], str]) -> list[Item]:
    """The items that fit, best first; all of them, in their order, for an empty query."""
    scored = [(fuzzy_score(query, text_of(item)), item) for item in items]
    fitting = [(score, item) for score, item in scored if score is not None]
    if query.strip():
        fitting.sort(key=lambda pair: -pair[0])
    return [item for _, item in fitting]
