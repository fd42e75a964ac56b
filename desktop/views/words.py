"""How doodles are spoken of."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from desktop.sampling import Wish
from desktop.state.doodle import Doodle
from desktop.state.origin import (
    Drawn,
    Example,
    Finished,
    Learnt,
    Mirrored,
    Mixed,
    Morphed,
    Opened,
    Picked,
    Redrawn,
    Sampled,
    Steered,
    Varied,
)
from desktop.views.names import category_words, model_words

__all__ = [
    "caption_words",
    "category_words",
    "distinct_captions",
    "doodle_words",
    "letter",
    "list_words",
    "number_words",
    "origin_words",
    "sketch_words",
    "wish_words",
]

translate = QCoreApplication.translate
MOST_NAMED = 4
"""So many categories, or files, are named one by one."""


def number_words(value: float, places: int = 1, *, signed: bool = False) -> str:
    """A number with a true minus sign, and no minus before a zero."""
    rounded = round(value, places) + 0.0
    return f"{rounded:{'+' if signed else ''}.{places}f}".replace("-", "−")


def origin_words(doodle: Doodle) -> str:
    """How the doodle came about, in a few words; "" for a blank page."""
    origin = doodle.origin
    always = {
        Drawn: translate("Words", "Drawn by you"),
        Mirrored: translate("Words", "Mirrored"),
    }
    words = always.get(type(origin), "")
    if isinstance(origin, Example):
        words = translate("Words", "Example: {name}").format(name=category_words(origin.name))
    elif isinstance(origin, Picked):
        words = translate("Words", "Picked on the map at {x}, {y}").format(
            x=number_words(origin.x, 2), y=number_words(origin.y, 2)
        )
    elif isinstance(origin, Sampled):
        words = sketch_words(origin)
    elif isinstance(origin, Morphed):
        leg = max(0, math.ceil(origin.position) - 1)
        words = translate("Words", "Morph, {percent} % from {first} to {second}").format(
            percent=round((origin.position - leg) * 100), first=letter(leg), second=letter(leg + 1)
        )
    elif isinstance(origin, Steered):
        words = translate("Words", "Axis {number} at {sigma} σ").format(
            number=origin.axis + 1, sigma=number_words(origin.sigma, signed=True)
        )
        if origin.second >= 0:
            words += translate("Words", ", axis {number} at {sigma} σ").format(
                number=origin.second + 1, sigma=number_words(origin.second_sigma, signed=True)
            )
    elif isinstance(origin, Varied):
        words = translate("Words", "Variation {number} of seed {seed}").format(
            number=origin.index + 1, seed=origin.seed
        )
    elif isinstance(origin, Finished):
        words = translate("Words", "Sketch finished, proposal {number}").format(
            number=origin.index + 1
        )
    elif isinstance(origin, Mixed):
        words = translate("Words", "Mixed: {recipe}").format(recipe=origin.recipe)
    elif isinstance(origin, Opened):
        words = translate("Words", "Opened: {name}").format(name=origin.name)
    elif isinstance(origin, Redrawn):
        model = model_words(doodle.model)
        words = translate("Words", "Redrawn by {model}").format(model=model)
        if doodle.original is not None:
            words = translate("Words", "{doodle}, redrawn by {model}").format(
                doodle=origin_words(doodle.original), model=model
            )
    return words


def sketch_words(origin: Sampled) -> str:
    """Which sketch it is: "Cat 4 of seed 5"; "Sketch 4 of seed 5" where any category was asked."""
    words = translate("Words", "Sketch {number} of seed {seed}")
    if origin.category:
        words = translate("Words", "{category} {number} of seed {seed}")
    # Names that people gave are nobody's to translate.
    own = isinstance(origin, Learnt)
    category = origin.category if own else category_words(origin.category)
    return words.format(
        category=category[:1].upper() + category[1:], number=origin.index + 1, seed=origin.seed
    )


def doodle_words(doodle: Doodle) -> str:
    """The name that a person gave it, else how it came about."""
    return doodle.name or origin_words(doodle)


def caption_words(doodle: Doodle) -> str:
    """`doodle_words` in the room beneath a small tile: one or two short words, and a number."""
    origin = doodle.origin
    if doodle.name:
        return doodle.name
    if isinstance(origin, Opened):
        return PurePath(origin.name).stem
    if isinstance(origin, Example):
        return category_words(origin.name)
    if isinstance(origin, Sampled | Varied | Finished):
        return _numbered_words(origin)
    kinds = {
        Drawn: translate("Words", "drawn"),
        Picked: translate("Words", "from the map"),
        Morphed: translate("Words", "morph"),
        Steered: translate("Words", "steered"),
        Mixed: translate("Words", "mix"),
        Mirrored: translate("Words", "mirrored"),
        Redrawn: translate("Words", "redrawn"),
    }
    return kinds.get(type(origin), "")


def _numbered_words(origin: Sampled | Varied | Finished) -> str:
    words = {
        Varied: translate("Words", "variation {number}"),
        Finished: translate("Words", "finished {number}"),
    }.get(type(origin), translate("Words", "sketch {number}"))
    category = ""
    if isinstance(origin, Sampled) and origin.category:
        words = translate("Words", "{category} {number}")
        own = isinstance(origin, Learnt)
        category = origin.category if own else category_words(origin.category)
    return words.format(category=category, number=origin.index + 1)


def distinct_captions(doodles: Sequence[Doodle]) -> list[str]:
    """Captions of doodles beside one another: those that would read alike are numbered.

    Names that people gave stay as they are.
    """
    alike = Counter(doodle.name for doodle in doodles if doodle.name)
    captions: list[str] = []
    for doodle in doodles:
        words = caption_words(doodle)
        if not doodle.name:
            alike[words] += 1
            if alike[words] > 1:
                words = f"{words} ({alike[words]})"
        captions.append(words)
    return captions


def credit_words(doodles: Sequence[Doodle], titles: Mapping[str, str]) -> str:
    """Where the doodles of a picture come from, for its foot: program and models.

    Sketches that share their temperature or their seed tell that too. `titles`: those of models
    that did not come along, by name.
    """
    models = dict.fromkeys(doodle.model for doodle in doodles if doodle.model)
    parts = ["Doodlescape", *(titles.get(name) or model_words(name) for name in models)]
    origins = [doodle.origin for doodle in doodles if isinstance(doodle.origin, Sampled)]
    if len(origins) == len(doodles):
        temperatures = {origin.temperature for origin in origins}
        seeds = {origin.seed for origin in origins}
        if len(temperatures) == 1:
            words = translate("Words", "temperature {temperature}")
            parts.append(words.format(temperature=f"{temperatures.pop():g}"))
        if len(seeds) == 1:
            parts.append(translate("Words", "seed {seed}").format(seed=seeds.pop()))
    return " · ".join(parts)


def wish_words(wish: Wish) -> str:
    """What sketches are asked for: "Cat", "Cat and dog", "Cat, dog, tree and 5 more", "Doodles"."""
    own = {taught.key: taught.name for taught in wish.taught}
    names = [own.get(name) or category_words(name) for name in wish.categories]
    words = list_words(names) if names else translate("Words", "Doodles")
    return words[:1].upper() + words[1:]


def list_words(names: Sequence[str]) -> str:
    """One or more names: "a", "a and b", "a, b, c, d and 5 more"."""
    comma, more = translate("Words", ", "), len(names) - MOST_NAMED
    if more > 0:
        words = translate("Words", "{names} and {count} more")
        return words.format(names=comma.join(names[:MOST_NAMED]), count=more)
    first = comma.join(names[:-1])
    return translate("Words", " and ").join(filter(None, (first, names[-1])))


def letter(index: int) -> str:
    """What a keyframe is called: A, B, C, ..."""
    return chr(ord("A") + index)
