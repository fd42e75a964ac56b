"""The whole evaluation: every model on the same drawings, as one JSON document.

    schema, command, versions, settings, drawings, classifier, data
    models     name -> title, kind, categories, latent size, speed
    scopes     a list: categories, what real drawings score, and name -> measurements

The first scope holds the categories that all models have in common; every model with more of them
brings a scope of its own.
"""

import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from aemodel import __version__
from aemodel.data.dataset import Dataset
from aemodel.errors import DataError
from aemodel.evaluation.frozen_classifier import FrozenClassifier
from aemodel.evaluation.interface import MeasuredModel
from aemodel.evaluation.latency import measure_latency
from aemodel.evaluation.reference import build_reference, measure_real, most_drawings
from aemodel.evaluation.suite import ModelEvaluation, Say, Settings
from aemodel.files import replacing

SCHEMA = 1
_SIZE_LIMIT = 16 << 20


def find_scopes(
    models: Sequence[MeasuredModel], categories: Sequence[str] | None = None
) -> list[tuple[str, ...]]:
    """The sets of categories to evaluate on; only the asked ones, if any are asked for.

    Raises:
        DataError: when the models have no category in common, or not the asked ones.
    """
    if categories:
        for model in models:
            unknown = [name for name in categories if name not in model.categories]
            if unknown:
                raise DataError(f"The model {model.name} does not know {', '.join(unknown)}.")
        return [tuple(categories)]
    shared = tuple(
        name for name in models[0].categories if all(name in model.categories for model in models)
    )
    if not shared:
        raise DataError("The models have no category in common; evaluate them apart.")
    scopes = [shared]
    for model in models:
        if all(set(model.categories) != set(scope) for scope in scopes):
            scopes.append(tuple(model.categories))
    return scopes


def evaluate_all(
    models: Sequence[MeasuredModel],
    dataset: Dataset,
    classifier: FrozenClassifier,
    settings: Settings,
    *,
    scopes: Sequence[Sequence[str]],
    command: str,
    say: Say,
) -> dict[str, Any]:
    """Measure all models; names must differ. See the module's text for the result.

    Raises:
        DataError: when two models have the same name, or there are too few held-out drawings.
    """
    names = [model.name for model in models]
    if len(set(names)) != len(names):
        raise DataError(f"Two models have the same name; there are {', '.join(names)}.")
    most = min(most_drawings(dataset, scope) for scope in scopes)
    drawings = most if settings.drawings is None else settings.drawings
    report: dict[str, Any] = {
        "schema": SCHEMA,
        "command": command,
        "versions": _versions(),
        "settings": asdict(settings),
        "drawings": drawings,
        "classifier": {
            "categories": len(classifier.categories),
            "accuracy": classifier.manifest.get("accuracy"),
            "sha256": classifier.manifest["sha256"],
        },
        "data": dataset.report.summary(),
        "models": {},
        "scopes": [],
    }
    # Before all else: minutes later, memory that lay idle may have been paged out or split.
    drawing = dataset.test.images[0].astype(np.float32) / 255
    for model in models:
        say(f"{model.name}: timing")
        report["models"][model.name] = {
            "title": model.title,
            "kind": model.kind,
            "categories": list(model.categories),
            "latent_size": model.latent_size,
            "speed": measure_latency(model, drawing, settings.repeats),
        }
    for scope in scopes:
        say(f"real drawings of {len(scope)} categories")
        reference = build_reference(
            dataset,
            scope,
            classifier,
            drawings=drawings,
            neighbours=settings.neighbours,
            seed=settings.seed,
        )
        real = measure_real(reference)
        measured = {}
        for model in models:
            if not set(scope) <= set(model.categories):
                continue
            told = _prefixed(say, f"{model.name}, {len(scope)} categories: ")
            evaluation = ModelEvaluation(model, reference, real, settings, say=told)
            measured[model.name] = evaluation.run()
        report["scopes"].append({"categories": list(scope), "real": real, "models": measured})
    return report


HEADLINES = {
    "reconstruction_cross_entropy": ("redraw", "cross_entropy"),
    "elbo": ("redraw", "elbo"),
    "reconstruction_fid": ("redraw", "fid"),
    "sample_fid": ("samples", "fid"),
    "samples_recognised": ("samples", "recognised"),
}
"""Name in a bundle's manifest -> section and value, on the first scope."""


def metrics_of(report: Mapping[str, Any], name: str) -> dict[str, Any]:
    """What the report says of one model, for its bundle's manifest.

    The headlines come first, as plain numbers (None where the model lacks them); `scopes` holds
    everything, in the form of the report, with numbers of six digits.
    """
    scopes = [
        {"categories": scope["categories"], **scope["models"][name]}
        for scope in report["scopes"]
        if name in scope["models"]
    ]
    headlines = {
        key: (scopes[0][section] or {}).get(value) for key, (section, value) in HEADLINES.items()
    }
    metrics: dict[str, Any] = _shortened(
        {
            **headlines,
            "categories": ", ".join(scopes[0]["categories"]),
            "drawings": report["drawings"],
            "seed": report["settings"]["seed"],
            "speed": report["models"][name]["speed"],
            "classifier": report["classifier"],
            "scopes": scopes,
        }
    )
    return metrics


def _shortened(tree: Any) -> Any:
    """The same tree with every number rounded to six digits."""
    if isinstance(tree, dict):
        return {key: _shortened(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_shortened(value) for value in tree]
    return float(f"{tree:.6g}") if isinstance(tree, float) else tree


def write_report(path: Path, report: Mapping[str, Any]) -> None:
    """Store as JSON, whole or not at all. Raises DataError when it cannot be written."""
    text = json.dumps(report, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
    try:
        with replacing(path) as part:
            part.write_text(text, encoding="utf-8")
    except OSError as error:
        raise DataError(f"{path} cannot be written: {error.strerror}.") from error


def read_report(path: Path) -> dict[str, Any]:
    """Read what `write_report` wrote.

    Raises:
        DataError: when it is missing, too large, no JSON, or of another schema.
    """
    try:
        if path.stat().st_size > _SIZE_LIMIT:
            raise DataError(f"{path} is too large to be an evaluation.")
        report = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise DataError(f"{path} is not the JSON of an evaluation: {error}.") from error
    if not isinstance(report, dict) or report.get("schema") != SCHEMA:
        raise DataError(f"{path} is not an evaluation of schema {SCHEMA}; evaluate again.")
    return report


def _prefixed(say: Say, prefix: str) -> Say:
    return lambda text: say(prefix + text)


def _versions() -> dict[str, str]:
    import scipy
    import sklearn

    return {
        "doodlescape": __version__,
        "python": platform.python_version(),
        "numpy": np.__version__,
        "scipy": scipy.__version__,
        "scikit-learn": sklearn.__version__,
        "machine": platform.machine(),
    }
