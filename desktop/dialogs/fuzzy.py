"""Search by words, and where none fits by letters: in order, anywhere in the text. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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


def word_rank(query: str, texts: Sequence[str]) -> int:
    """How well every word of the query is found among the words of texts, higher is better.

    Earlier texts count more, and in each a whole word more than one that is only begun. No two
    words are found at the same place. 0: a word is in none of them.
    """
    folded = [text.casefold() for text in texts]
    taken: set[tuple[int, int]] = set()

    def rank(word: str) -> int:
        for number, text in enumerate(folded):
            places = {at: found for at, found in _found(word, text) if (number, at) not in taken}
            if places:
                at = max(places, key=places.__getitem__)
                taken.add((number, at))
                return 2 * (len(folded) - number) - 2 + places[at]
        return 0

    # What fits the fewest places chooses first.
    words = sorted(query.casefold().split(), key=len, reverse=True)
    return min(map(rank, words), default=0)


def search(
    query: str,
    items: Iterable[Item],
    texts_of: Callable[[Item], Sequence[str]],
    able: Callable[[Item], bool] = lambda item: True,
) -> list[Item]:
    """The items that fit, best first; all of them, in their order, for an empty query.

    By words of any of their texts; only where these fit nowhere, by letters of the first. Of those
    that fit equally well, what is `able` comes first.
    """
    found = list(items)
    if not query.strip():
        return found
    ranks = [word_rank(query, texts_of(item)) for item in found]
    scores = [fuzzy_score(query, texts_of(item)[0]) for item in found]
    by_words = any(ranks)
    fitting = [
        (rank, able(item), score or 0.0, item)
        for rank, score, item in zip(ranks, scores, found, strict=True)
        if (rank if by_words else score is not None)
    ]
    fitting.sort(key=lambda fit: fit[:3], reverse=True)
    return [item for *_, item in fitting]


def _found(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Where: and there 2 for a whole word of the text, 1 for the beginning of one.

    Han writes no blanks between words.
    """
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if at == 0 or not text[at - 1].isalnum() or _is_han(text[at]):
            ends = end == len(text) or not text[end].isalnum() or _is_han(text[end - 1])
            yield at, 2 if ends else 1
        at = text.find(word, at + 1)


def _is_han(letter: str) -> bool:
    return letter > "\u2e7f"
