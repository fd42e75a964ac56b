"""What went wrong, in the language of the window.

Errors are raised in English, far from any window, with names and numbers already in the sentence.
Each sentence is traced back to the template that it was made from, and made anew from the
template's translation.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from aemodel.bundle.checks import InvalidInput
from aemodel.errors import BundleError, DoodlescapeError
from desktop.marks import QT_TRANSLATE_NOOP
from desktop.views.names import REASONS, reason_words

FILES = (
    QT_TRANSLATE_NOOP("Problems", "{name} could not be written ({reason}); try another place."),
    QT_TRANSLATE_NOOP("Problems", "{name} could not be read ({reason}); check where it is."),
    QT_TRANSLATE_NOOP("Problems", "{name} is larger than {size} MB; it is no file of Doodlescape."),
    QT_TRANSLATE_NOOP(
        "Problems", "The folder {name} could not be written; choose another place for it."
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "{name} is damaged and cannot be opened; try another copy of it."
    ),
    QT_TRANSLATE_NOOP("Problems", "{name} is not a session of Doodlescape; choose a .doodle file."),
    QT_TRANSLATE_NOOP("Problems", "This file was made by a newer Doodlescape; update to open it."),
    QT_TRANSLATE_NOOP(
        "Problems", "This doodle is damaged and cannot be read; open another copy of the file."
    ),
    QT_TRANSLATE_NOOP("Problems", "What this picture says of its doodles is damaged."),
    QT_TRANSLATE_NOOP(
        "Problems", "This picture was made by a newer Doodlescape; update to open it."
    ),
    QT_TRANSLATE_NOOP("Problems", "{name} is damaged; the directions in it are lost."),
    QT_TRANSLATE_NOOP("Problems", "{name} is damaged; the categories in it are lost."),
    QT_TRANSLATE_NOOP(
        "Problems", "The example doodle {name} is missing; install Doodlescape again."
    ),
)

PICTURES = (
    QT_TRANSLATE_NOOP("Problems", "{name} is larger than {size} MiB; use a smaller one."),
    QT_TRANSLATE_NOOP("Problems", "{name} is too large for a drawing; use a smaller one."),
    QT_TRANSLATE_NOOP("Problems", "{name} has too many pixels; use a smaller one."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{name} has {width} x {height} pixels, which is too many; "
        "use one of at most {most} million.",
    ),
    QT_TRANSLATE_NOOP("Problems", "There is no picture {name}."),
    QT_TRANSLATE_NOOP("Problems", "{name} is not a picture that can be read; use PNG or JPEG."),
    QT_TRANSLATE_NOOP(
        "Problems", "{name} is not an SVG drawing that can be read; save it again as PNG."
    ),
    QT_TRANSLATE_NOOP("Problems", "{name} cannot be read ({reason}); save it again as PNG."),
    QT_TRANSLATE_NOOP("Problems", "{name} cannot be read ({reason}); try another copy."),
    QT_TRANSLATE_NOOP("Problems", "The picture is empty; copy it again."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "Nothing is drawn in this picture; choose one with lines darker or lighter than the paper.",
    ),
    QT_TRANSLATE_NOOP("Problems", "An array of shape {shape} and type {type} is no picture."),
    QT_TRANSLATE_NOOP("Problems", "The threshold must lie between 0 and 1."),
)

TAUGHT = (
    QT_TRANSLATE_NOOP("Problems", "You have {most} categories; delete one first."),
    QT_TRANSLATE_NOOP("Problems", "A category is taught by {fewest} to {most} drawings."),
    QT_TRANSLATE_NOOP("Problems", "A category needs a name."),
    QT_TRANSLATE_NOOP("Problems", "A category needs a name of 1 to {most} letters."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "A category is learnt from {fewest} to {most} drawings, better five or more; "
        "here are {count}.",
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{name} comes without drawings and was learnt by the model {model}; "
        "open that model, then bring it again.",
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        "The category {name} was learnt by the model {model}; "
        "for {other}, learn it again from the drawings.",
    ),
    QT_TRANSLATE_NOOP("Problems", "The learnt category lacks its name or its model."),
    QT_TRANSLATE_NOOP("Problems", "The learnt category must have {fewest} to {most} examples."),
    QT_TRANSLATE_NOOP("Problems", "The drawings of the learnt category do not fit its latents."),
    QT_TRANSLATE_NOOP("Problems", "The learnt category is not an intact archive of arrays: {why}."),
    QT_TRANSLATE_NOOP(
        "Problems", "The learnt category holds something else than plain arrays: {why}."
    ),
)

DRAWING = (
    QT_TRANSLATE_NOOP("Problems", "Drop at least one doodle on each side to make a direction."),
    QT_TRANSLATE_NOOP("Problems", "A morph needs at least two latents."),
    QT_TRANSLATE_NOOP("Problems", "A morph needs at least two frames."),
    QT_TRANSLATE_NOOP("Problems", "The latents of a morph must have one length."),
    QT_TRANSLATE_NOOP("Problems", "Positions on a path must be finite."),
    QT_TRANSLATE_NOOP("Problems", "There is no path {kind} without a model."),
    QT_TRANSLATE_NOOP("Problems", "Starts, ends and shares go together, and shares lie in 0..1."),
    QT_TRANSLATE_NOOP("Problems", "At most {most} completions can be asked for, not {count}."),
    QT_TRANSLATE_NOOP("Problems", "A contact sheet needs at least one picture."),
    QT_TRANSLATE_NOOP("Problems", "This prior cannot be asked for a {what}."),
    QT_TRANSLATE_NOOP(
        "Problems", "The model {model} does not know {category}; did you mean {other}?"
    ),
    QT_TRANSLATE_NOOP("Problems", "The model {model} does not know {category}; it knows {known}."),
    QT_TRANSLATE_NOOP(
        "Problems", "The model {model} does not know {category}; it knows no categories."
    ),
    QT_TRANSLATE_NOOP("Problems", "The {what} hold values that are not finite (NaN or infinity)."),
    QT_TRANSLATE_NOOP("Problems", "The {what} must have the shape {due}, not {shape}."),
    QT_TRANSLATE_NOOP("Problems", "The temperature must be finite and at least 0, not {value}."),
)

MODELS = (
    QT_TRANSLATE_NOOP(
        "Problems",
        "No model is installed, so drawings cannot be redrawn yet. "
        "Put a model bundle into assets/models, or start with --model and the path of one.",
    ),
    QT_TRANSLATE_NOOP("Problems", "There is no model {name}; did you mean {other}?"),
    QT_TRANSLATE_NOOP("Problems", "There is no model {name}; shipped models: {names}."),
    QT_TRANSLATE_NOOP("Problems", "There is no model at {path}."),
    QT_TRANSLATE_NOOP("Problems", "{path} is not a model: neither a folder nor an intact zip."),
    QT_TRANSLATE_NOOP("Problems", "{path} cannot be read: {reason}."),
    QT_TRANSLATE_NOOP("Problems", "{path} is larger than the {limit} bytes that a model may have."),
    QT_TRANSLATE_NOOP("Problems", "The model in {folder} lacks its file {name}."),
    QT_TRANSLATE_NOOP("Problems", "The zipped model lacks its file {name}."),
    QT_TRANSLATE_NOOP("Problems", "{path} is a link; the files of a model must be real files."),
    QT_TRANSLATE_NOOP("Problems", "{path} is not a regular file."),
    QT_TRANSLATE_NOOP("Problems", "{path} has {size} bytes, more than the {limit} allowed."),
    QT_TRANSLATE_NOOP("Problems", "The zip has {count} entries; a model has a few files."),
    QT_TRANSLATE_NOOP("Problems", "The zip unpacks to more than the {limit} bytes allowed."),
    QT_TRANSLATE_NOOP("Problems", "The zip holds no {name}; it must hold exactly one model."),
    QT_TRANSLATE_NOOP(
        "Problems", "The zip holds more than one {name}; it must hold exactly one model."
    ),
    QT_TRANSLATE_NOOP("Problems", "The zip holds {name}, a path that leads out of the model."),
    QT_TRANSLATE_NOOP("Problems", "The zip holds {name}, a link; a model must hold real files."),
    QT_TRANSLATE_NOOP("Problems", "{name} in the zip is encrypted, which a model must not be."),
    QT_TRANSLATE_NOOP(
        "Problems", "{name} in the zip is packed in a way other than store or deflate."
    ),
    QT_TRANSLATE_NOOP("Problems", "{name} in the zip is damaged: {reason}."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "The model has schema version {found}, but this program reads up to {known}; "
        "install a newer Doodlescape to open it.",
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{name} has {size} bytes where the manifest says {due}; "
        "it was cut short or altered, so get the model again.",
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{name} was altered: its SHA-256 is not the one in the manifest, so get the model again.",
    ),
    QT_TRANSLATE_NOOP("Problems", "{name} is not valid JSON: {reason}."),
    QT_TRANSLATE_NOOP("Problems", "{name} lacks the key {key}."),
    QT_TRANSLATE_NOOP("Problems", "{name} is not a LiteRT graph that runs here: {reason}."),
    QT_TRANSLATE_NOOP("Problems", "{name} does not run here: {reason}."),
)

TEMPLATES = (*FILES, *PICTURES, *TAUGHT, *DRAWING, *MODELS)
"""Every sentence that is met by normal use; each {value} stands for any words."""

PHRASES = (
    QT_TRANSLATE_NOOP("Problems", "The picture"),
    QT_TRANSLATE_NOOP("Problems", "This file"),
    QT_TRANSLATE_NOOP("Problems", "latents"),
    QT_TRANSLATE_NOOP("Problems", "images"),
    QT_TRANSLATE_NOOP("Problems", "Permission denied"),
    QT_TRANSLATE_NOOP("Problems", "No such file or directory"),
    QT_TRANSLATE_NOOP("Problems", "No space left on device"),
    QT_TRANSLATE_NOOP("Problems", "Is a directory"),
    QT_TRANSLATE_NOOP("Problems", "Not a directory"),
    QT_TRANSLATE_NOOP("Problems", "Read-only file system"),
    QT_TRANSLATE_NOOP("Problems", "File name too long"),
)
"""Values that are words of the program or of the system, not names."""


DAMAGED_MODEL = QT_TRANSLATE_NOOP("Problems", "The model is damaged: {detail}")
SURPRISE = QT_TRANSLATE_NOOP(
    "Problems", "Something went wrong: {error}. Your drawing is still there."
)


def problem_words(error: Exception) -> str:
    """An error's sentence in the language of the window; in English it is left as it is."""
    sentence = str(error)
    words = _rebuilt(sentence)
    if words is not None:
        return words
    # An argument that a model refuses says nothing against the model.
    refused = isinstance(error, InvalidInput)
    if isinstance(error, BundleError) and not refused:
        damaged = _translation(DAMAGED_MODEL)
        return sentence if damaged is None else damaged.format(detail=sentence)
    if isinstance(error, DoodlescapeError) and not refused:
        return sentence
    return sentence if _translation(SURPRISE) is None else surprise_words(error)


def sentence_words(sentence: str) -> str:
    """The same where only the sentence of an expected error was kept."""
    words = _rebuilt(sentence)
    return sentence if words is None else words


def surprise_words(error: BaseException) -> str:
    """A sentence about an error that nobody expected."""
    words = QCoreApplication.translate("Problems", SURPRISE)
    return words.format(error=str(error).rstrip(".") or type(error).__name__)


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
    for template in TEMPLATES:
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


def _rebuilt(sentence: str) -> str | None:
    """The sentence from its translated template; None where it has none."""
    if sentence in REASONS:
        return reason_words(sentence)
    origin = template_of(sentence)
    if origin is None:
        return None
    template, values = origin
    words = _translation(template)
    if words is None:
        return sentence
    for name, value in values.items():
        if value in PHRASES:
            values[name] = QCoreApplication.translate("Problems", value)
            # Chinese sets names apart by spaces, but not its own words.
            words = re.sub(f" ?{{{name}}} ?", f"{{{name}}}", words)
    return words.format(**values)


def _translation(text: str) -> str | None:
    """None while the window speaks the language that the text is written in."""
    words = QCoreApplication.translate("Problems", text)
    return None if words == text else words
