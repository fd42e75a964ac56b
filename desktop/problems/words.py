"""The sentence of an error, in the language of the window."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from aemodel.bundle.checks import InvalidInput
from aemodel.errors import BundleError, Unable
from desktop.marks import QT_TRANSLATE_NOOP
from desktop.problems.doodles import IN_VAIN, REFUSED, TAUGHT, TAUGHT_DEFECTS, TAUGHT_UNUSABLE
from desktop.problems.files import FILES, PICTURES
from desktop.problems.models import DEFECTIVE, DEFECTS, MODELS, NOWHERE, UNUSABLE
from desktop.problems.system import system_words
from desktop.views.names import REASONS, category_words, model_words, reason_words

TEMPLATES = (*FILES, *PICTURES, *TAUGHT, *MODELS)
"""Sentences that stand alone."""

FRAMES = {DEFECTIVE: DEFECTS, TAUGHT_UNUSABLE: TAUGHT_DEFECTS, IN_VAIN: REFUSED}
"""Sentences that say too little of what to do, by the sentence that they are shown within."""

PHRASES = (
    QT_TRANSLATE_NOOP("Problems", "The picture"),
    QT_TRANSLATE_NOOP("Problems", "This file"),
    QT_TRANSLATE_NOOP("Problems", "latents"),
    QT_TRANSLATE_NOOP("Problems", "images"),
    QT_TRANSLATE_NOOP("Problems", "points"),
    QT_TRANSLATE_NOOP("Problems", "starts"),
    QT_TRANSLATE_NOOP("Problems", "ends"),
    QT_TRANSLATE_NOOP("Problems", "seed"),
    QT_TRANSLATE_NOOP("Problems", "distance"),
    QT_TRANSLATE_NOOP("Problems", "noise"),
    QT_TRANSLATE_NOOP("Problems", "category"),
    QT_TRANSLATE_NOOP("Problems", "position"),
    QT_TRANSLATE_NOOP("Problems", "input"),
    QT_TRANSLATE_NOOP("Problems", "output"),
    QT_TRANSLATE_NOOP("Problems", "number of samples"),
    QT_TRANSLATE_NOOP("Problems", "number of frames"),
    QT_TRANSLATE_NOOP("Problems", "number of the first sample"),
    QT_TRANSLATE_NOOP("Problems", "number of the first row"),
)
"""Values that are words of the program, not names."""

SURPRISE = QT_TRANSLATE_NOOP(
    "Problems",
    "Something went wrong; your drawing is still there, so save it to be on the safe side.",
)
TROUBLE = QT_TRANSLATE_NOOP(
    "Problems", "A file could not be read or written ({reason}); try another place."
)
_log = logging.getLogger(__name__)


def problem_words(error: Exception) -> str:
    """The error's sentence; what it leaves out, as the folder of a file, goes to the log."""
    sentence = str(error)
    if isinstance(error, Unable):
        return reason_words(sentence)
    words = _rebuilt(sentence, error.__cause__)
    if words is not None:
        return words
    _log.warning("%s: %s", type(error).__name__, sentence)
    if isinstance(error, OSError):
        return _translated(TROUBLE).format(reason=system_words(error))
    if isinstance(error, BundleError) and not isinstance(error, InvalidInput):
        return _translated(UNUSABLE)
    return surprise_words()


def sentence_words(sentence: str) -> str:
    """The same where only the sentence of an expected error was kept."""
    words = _rebuilt(sentence, None)
    return sentence if words is None else words


def surprise_words() -> str:
    """A sentence about an error that nobody expected."""
    return _translated(SURPRISE)


def template_of(sentence: str) -> tuple[str, dict[str, str]] | None:
    """The template that the sentence was made from, and the values put into it."""
    for template, pattern in _patterns():
        match = pattern.fullmatch(sentence)
        if match:
            return template, match.groupdict()
    return None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The most telling template first: the one with the most words of its own."""
    found = []
    for template in (*TEMPLATES, *(one for group in FRAMES.values() for one in group)):
        # Text and names of values take turns.
        parts = re.split(r"{(\w+)}", template)
        own = sum(len(text) for text in parts[::2])
        pattern = "".join(
            f"(?P<{part}>.*?)" if number % 2 else re.escape(part)
            for number, part in enumerate(parts)
        )
        found.append((own, template, re.compile(pattern, re.DOTALL)))
    found.sort(key=lambda one: -one[0])
    return tuple((template, pattern) for _, template, pattern in found)


def _rebuilt(sentence: str, cause: BaseException | None) -> str | None:
    """The sentence from its translated template; None where it has none."""
    if sentence in REASONS:
        return reason_words(sentence)
    origin = template_of(sentence)
    if origin is None:
        return None
    template, values = origin
    placed = _placed(template, values)
    for name in placed:
        values[name] = Path(values[name]).name or values[name]
    # The translation of a template leaves the detail out by itself.
    words = re.sub(r" \({detail}\)|: {detail}", "", _translated(template))
    spaced = _translated(template) == template
    if placed or "detail" in values:
        _log.warning("%s", sentence)
    for name, value in values.items():
        if value in PHRASES:
            values[name] = _translated(value)
            # Chinese sets names apart by spaces, but not its own words.
            words = words if spaced else re.sub(f" ?{{{name}}} ?", f"{{{name}}}", words)
    if "reason" in values:
        values["reason"] = system_words(cause)
    if not spaced:
        for name in {"category", "guess", "known"} & set(values):
            values[name] = _categories(values[name])
        for name in {"model", "present"} & set(values):
            values[name] = model_words(values[name])
    return _framed(template, words.format(**values))


def _placed(template: str, values: Mapping[str, str]) -> list[str]:
    """Which values are whole paths where the last part says enough."""
    names = ("name",) if template in (*FILES, *PICTURES) else ("path", "folder")
    if template == NOWHERE:
        return []
    return [name for name in names if Path(values.get(name, "")).is_absolute()]


def _framed(template: str, words: str) -> str:
    for frame, templates in FRAMES.items():
        if template in templates:
            return _translated(frame).format(problem=words.rstrip(".。"))
    return words


def _categories(names: str) -> str:
    """One category, in quotes or not, or a list of them."""
    words = [category_words(name.strip("'")) for name in names.split(", ")]
    return QCoreApplication.translate("ModelCard", ", ").join(words)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Problems", text)
