"""What a model's manifest says, in plain words: rows for the card. Only texts, no widgets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.marks import QT_TRANSLATE_NOOP
from desktop.views.words import category_words, number_words

Rows = list[tuple[str, str]]
translate = QCoreApplication.translate

CREDIT = QT_TRANSLATE_NOOP(
    "ModelCard",
    "Quick, Draw! drawings, made available by Google, Inc. under the Creative Commons "
    "Attribution 4.0 International license (CC BY 4.0)",
)
"""Whom the models that come along thank; other models thank in their own words."""


def about_rows(manifest: Mapping[str, Any]) -> Rows:
    """What it is and what it can draw."""
    kinds = {
        "ae": translate("ModelCard", "vanilla autoencoder: redraws, cannot invent"),
        "vae": translate("ModelCard", "variational autoencoder: redraws and invents"),
        "dae": translate("ModelCard", "denoising autoencoder: cleans up"),
        "pca": translate("ModelCard", "linear autoencoder (principal components)"),
        "vaegan": translate("ModelCard", "variational autoencoder with a learned eye (VAE/GAN)"),
        "vqvae": translate("ModelCard", "vector-quantised autoencoder"),
        "atlas": translate(
            "ModelCard", "residual variational autoencoder with a flow as its prior"
        ),
    }
    kind = str(manifest["kind"])
    prior = str(manifest["prior"].get("kind", "none"))
    priors = {
        "none": translate("ModelCard", "none: it cannot invent doodles"),
        "normal": translate("ModelCard", "the standard normal distribution"),
        "gaussian": translate("ModelCard", "a fitted normal distribution"),
        "flow": translate("ModelCard", "a flow that knows the categories"),
    }
    size = sum(int(entry["size"]) for entry in manifest["files"])
    categories = [category_words(name) for name in manifest["categories"]]
    rows = [
        (translate("ModelCard", "Kind"), kinds.get(kind, kind)),
        (translate("ModelCard", "Draws"), translate("ModelCard", ", ").join(categories)),
        (translate("ModelCard", "Numbers per doodle"), _number(manifest["latent_size"])),
        (translate("ModelCard", "Invents from"), priors.get(prior, prior)),
        (translate("ModelCard", "Reads a drawing"), _readings(manifest)),
        (translate("ModelCard", "Size"), QLocale().formattedDataSize(size)),
    ]
    if manifest.get("map"):
        kept = _float(manifest["map"].get("variance_kept"))
        if kept is not None:
            words = translate("ModelCard", "keeps {percent} % of what the numbers say")
            rows.append((translate("ModelCard", "Map"), words.format(percent=round(100 * kept))))
    return rows


def _readings(manifest: Mapping[str, Any]) -> str:
    passes = _float((manifest.get("refinement") or {}).get("passes"))
    if passes is None:
        return translate("ModelCard", "once")
    words = translate("ModelCard", "once while the pen moves, {count} times when it rests")
    return words.format(count=_number(1 + passes))


def training_rows(manifest: Mapping[str, Any]) -> Rows:
    """On what it was trained, and for how long."""
    training = manifest["training"]
    rows: Rows = []
    drawings = training.get("drawings")
    if isinstance(drawings, Mapping) and _float(drawings.get("train")) is not None:
        words = translate("ModelCard", "{train} to learn from, {test} kept apart to test")
        rows.append(
            (
                translate("ModelCard", "Drawings"),
                words.format(
                    train=_number(drawings["train"]), test=_number(drawings.get("test", 0))
                ),
            )
        )
    stages = training.get("stages")
    if isinstance(stages, Mapping):
        parts = [stage for stage in stages.values() if isinstance(stage, Mapping)]
        epochs = sum(int(_float(stage.get("epochs")) or 0) for stage in parts)
        seconds = sum(_float(stage.get("seconds")) or 0.0 for stage in parts)
        words = translate("ModelCard", "{epochs} epochs in {minutes} minutes")
        rows.append(
            (
                translate("ModelCard", "Training"),
                words.format(epochs=epochs, minutes=_number(max(1, round(seconds / 60)))),
            )
        )
    if isinstance(training.get("seed"), int):
        rows.append((translate("ModelCard", "Seed of the training"), str(training["seed"])))
    data = manifest["data"]
    if data.get("credit") or data.get("name"):
        credit = translate("ModelCard", str(data.get("credit") or data["name"]))
        rows.append((translate("ModelCard", "Data"), credit))
    if data.get("licence"):
        rows.append((translate("ModelCard", "Licence of the data"), str(data["licence"])))
    return rows


def metric_rows(manifest: Mapping[str, Any]) -> Rows:
    """How well it does, on drawings that it has never seen."""
    metrics = manifest["metrics"]
    names = {
        "reconstruction_cross_entropy": (
            translate("ModelCard", "Redrawing error"),
            translate("ModelCard", "{value} nats per drawing; lower is closer to the original"),
        ),
        "elbo": (
            translate("ModelCard", "Evidence bound"),
            translate(
                "ModelCard",
                "{value} nats per drawing; higher means that real drawings surprise it less",
            ),
        ),
        "reconstruction_fid": (
            translate("ModelCard", "Redrawings"),
            translate(
                "ModelCard", "FID {value}; lower looks more like real drawings, 0 is the best"
            ),
        ),
        "sample_fid": (
            translate("ModelCard", "Invented doodles"),
            translate(
                "ModelCard", "FID {value}; lower looks more like real drawings, 0 is the best"
            ),
        ),
    }
    rows = []
    for key, (name, words) in names.items():
        value = _float(metrics.get(key))
        if value is not None:
            rows.append((name, words.format(value=number_words(value))))
    recognised = _float(metrics.get("samples_recognised"))
    if recognised is not None:
        words = translate("ModelCard", "{percent} % are recognised as what they were meant to be")
        rows.append(
            (translate("ModelCard", "Recognised"), words.format(percent=round(100 * recognised)))
        )
    return rows


def _float(value: Any) -> float | None:
    good = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if good else None


def _number(value: Any) -> str:
    return f"{int(value):,}"
