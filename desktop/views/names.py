"""What comes from a model in English, and is shown in the language of the window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop.marks import QT_TRANSLATE_NOOP

CATEGORIES = (
    QT_TRANSLATE_NOOP("Categories", "cat"),
    QT_TRANSLATE_NOOP("Categories", "dog"),
    QT_TRANSLATE_NOOP("Categories", "tree"),
    QT_TRANSLATE_NOOP("Categories", "airplane"),
    QT_TRANSLATE_NOOP("Categories", "alarm clock"),
    QT_TRANSLATE_NOOP("Categories", "apple"),
    QT_TRANSLATE_NOOP("Categories", "banana"),
    QT_TRANSLATE_NOOP("Categories", "bed"),
    QT_TRANSLATE_NOOP("Categories", "bicycle"),
    QT_TRANSLATE_NOOP("Categories", "bird"),
    QT_TRANSLATE_NOOP("Categories", "book"),
    QT_TRANSLATE_NOOP("Categories", "bowtie"),
    QT_TRANSLATE_NOOP("Categories", "cake"),
    QT_TRANSLATE_NOOP("Categories", "car"),
    QT_TRANSLATE_NOOP("Categories", "chair"),
    QT_TRANSLATE_NOOP("Categories", "clock"),
    QT_TRANSLATE_NOOP("Categories", "coffee cup"),
    QT_TRANSLATE_NOOP("Categories", "diamond"),
    QT_TRANSLATE_NOOP("Categories", "eye"),
    QT_TRANSLATE_NOOP("Categories", "fish"),
    QT_TRANSLATE_NOOP("Categories", "flower"),
    QT_TRANSLATE_NOOP("Categories", "frog"),
    QT_TRANSLATE_NOOP("Categories", "guitar"),
    QT_TRANSLATE_NOOP("Categories", "hat"),
    QT_TRANSLATE_NOOP("Categories", "house"),
    QT_TRANSLATE_NOOP("Categories", "lollipop"),
    QT_TRANSLATE_NOOP("Categories", "rainbow"),
    QT_TRANSLATE_NOOP("Categories", "shoe"),
    QT_TRANSLATE_NOOP("Categories", "spoon"),
    QT_TRANSLATE_NOOP("Categories", "sun"),
)
"""What the bundled models know; other models bring other names, shown as they are."""

REASONS = (
    QT_TRANSLATE_NOOP("Reasons", "No model is open."),
    QT_TRANSLATE_NOOP("Reasons", "This model has no encoder, so it cannot read drawings."),
    QT_TRANSLATE_NOOP("Reasons", "This model has no decoder, so it cannot draw."),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "This model has no prior, so nothing says where in its latent space doodles are; "
        "it cannot sample.",
    ),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "A vanilla autoencoder has no prior, so nothing says where in its latent space doodles "
        "are; it cannot sample.",
    ),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "The prior of this model does not know categories, so it cannot be asked for one of them; "
        "it samples from all.",
    ),
    QT_TRANSLATE_NOOP("Reasons", "This model was exported without a 2D map."),
    QT_TRANSLATE_NOOP("Reasons", "This model has no classifier on its latents."),
    QT_TRANSLATE_NOOP(
        "Reasons", "This model was exported without the statistics that typicality needs."
    ),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "The prior of this model is not a flow, so it knows no path of its own from drawing to "
        "drawing; choose another path.",
    ),
    QT_TRANSLATE_NOOP("Reasons", "This model has not learnt to take noise away."),
)
"""Why a model cannot do a thing, as the runtime of bundles says it."""


MODELS = {
    "ae": QT_TRANSLATE_NOOP("Models", "Autoencoder"),
    "vae": QT_TRANSLATE_NOOP("Models", "Variational autoencoder"),
    "atlas": QT_TRANSLATE_NOOP("Models", "Atlas"),
}
"""The titles of the models that come along, by name; other models keep their own."""


def category_words(category: str) -> str:
    """A category's name in the language of the window."""
    return QCoreApplication.translate("Categories", category)


def all_names(categories: Iterable[str]) -> frozenset[str]:
    """What categories are called: by their model, and in the language of the window."""
    return frozenset(name for one in categories for name in (one, category_words(one)))


def title_words(title: str) -> str:
    """A model's title in the language of the window."""
    return QCoreApplication.translate("Models", title)


def model_words(name: str) -> str:
    """The title of a model that comes along, by its name; the name of any other."""
    return title_words(MODELS[name]) if name in MODELS else name


def reason_words(reason: str) -> str:
    """Why a model cannot do something, in the language of the window."""
    return QCoreApplication.translate("Reasons", reason) if reason else ""
