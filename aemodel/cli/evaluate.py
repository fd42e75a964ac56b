"""`aemodel evaluate` measures models on held-out drawings and prints the README's tables;
`aemodel export-classifier` freezes the classifier that it measures with.
"""

import argparse
import contextlib
import os
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aemodel.bundle import Bundle
    from aemodel.evaluation.frozen_classifier import FrozenClassifier

COMPLETED = 300
"""Drawings that are finished for `--beyond`."""


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the sub-commands of this module."""
    parser = commands.add_parser(
        "evaluate",
        help="measure models on held-out drawings",
        description="Measure models, all on the same held-out drawings, and print the tables.",
        epilog="example: aemodel evaluate ae vae atlas --data data --json evaluation.json",
    )
    parser.add_argument(
        "models", nargs="*", metavar="RUN_OR_BUNDLE", help="run folders, bundles, shipped names"
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help="data folder")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where all numbers go")
    parser.add_argument(
        "--categories",
        nargs="+",
        metavar="NAME",
        help="evaluate on these alone (default: those that all models share, then all of each)",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="default: 0")
    parser.add_argument(
        "--drawings",
        type=int,
        metavar="N",
        help="drawings in every Frechet distance (default: as many as there are)",
    )
    parser.add_argument(
        "--classifier", type=Path, metavar="DIR", help="another classifier than the shipped one"
    )
    parser.add_argument(
        "--table", type=Path, metavar="FILE", help="print the tables of an earlier --json instead"
    )
    parser.add_argument(
        "--write-readme",
        type=Path,
        metavar="README",
        help="also put the tables between the two evaluation comments of a Markdown file",
    )
    parser.add_argument(
        "--update", action="store_true", help="also write the metrics into the bundles' manifests"
    )
    parser.add_argument(
        "--beyond",
        action="store_true",
        help="also measure finishing drawings, and learning categories that a model never saw",
    )
    parser.set_defaults(run=run)

    parser = commands.add_parser(
        "export-classifier",
        help="freeze the classifier that evaluation measures with",
        description="Freeze a finished `aemodel train classifier` run into the form that "
        "`aemodel evaluate` uses, with its accuracy on the test side.",
        epilog="example: aemodel export-classifier runs/classifier --data data",
    )
    parser.add_argument("run_dir", metavar="RUN", type=Path, help="the folder of the run")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="data folder")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="default: where evaluation looks for it"
    )
    parser.set_defaults(run=run_export_classifier)


def run(arguments: argparse.Namespace) -> int:
    """Evaluate, or print an earlier evaluation."""
    from aemodel.errors import DataError
    from aemodel.evaluation.report import read_report
    from aemodel.evaluation.table import render, write_readme

    if arguments.table and arguments.models:
        raise DataError("Give either models to evaluate or --table with an earlier evaluation.")
    report = read_report(arguments.table) if arguments.table else _evaluate(arguments)
    print(render(report), end="")
    if arguments.write_readme:
        write_readme(arguments.write_readme, report)
    return 0


def _evaluate(arguments: argparse.Namespace) -> dict[str, Any]:
    from aemodel.data.dataset import load_drawings
    from aemodel.errors import DataError
    from aemodel.evaluation.frozen_classifier import open_classifier
    from aemodel.evaluation.report import evaluate_all, find_scopes, metrics_of, write_report
    from aemodel.evaluation.suite import Settings

    try:
        import sklearn  # noqa: F401 (asked for now, not after minutes of measuring)
        from threadpoolctl import threadpool_limits
    except ModuleNotFoundError as error:
        raise DataError(
            f"Evaluating needs {error.name}; install it with `pip install '.[train]'`."
        ) from error
    if not arguments.models:
        raise DataError("Name at least one run or bundle to evaluate.")
    if arguments.data is None:
        raise DataError("Name the folder of the drawings with --data.")
    if arguments.seed < 0:
        raise DataError("The seed must be 0 or more.")
    with contextlib.ExitStack() as stack:
        bundles = {name: stack.enter_context(_opened(name)) for name in arguments.models}
        classifier = open_classifier(arguments.classifier)
        folders = _folders_to_update(arguments.models) if arguments.update else {}
        models = list(bundles.values())
        scopes = find_scopes(models, arguments.categories)
        needed = dict.fromkeys(name for scope in scopes for name in scope)
        # In one thread the numbers do not depend on how many cores there are.
        with _progress() as say, threadpool_limits(1):
            say("reading drawings")
            report = evaluate_all(
                models,
                load_drawings(arguments.data, tuple(needed)),
                classifier,
                Settings(seed=arguments.seed, drawings=arguments.drawings),
                scopes=scopes,
                command=_command(arguments),
                say=say,
            )
            if arguments.beyond:
                report["beyond"] = {
                    model.name: _beyond(model, arguments.data, classifier, arguments.seed, say)
                    for model in models
                }
    if arguments.json:
        write_report(arguments.json, report)
    for name, folder in folders.items():
        from aemodel.bundle.export import update_metrics

        update_metrics(folder, metrics_of(report, bundles[name].name))
    return report


def _beyond(
    model: "Bundle", data: Path, classifier: "FrozenClassifier", seed: int, say: Any
) -> dict[str, Any]:
    """How well a model finishes test drawings, and learns what it does not know from five shots.

    What cannot be measured is None.
    """
    import numpy as np

    from aemodel.bundle.few_shot import learn_category
    from aemodel.data.dataset import available_categories, load_drawings
    from aemodel.evaluation.completion import measure_completion
    from aemodel.evaluation.few_shot import measure_few_shot

    values: dict[str, Any] = {"completion": None, "few_shot": None}
    if "complete" in model.missing:
        return values
    if set(model.categories) <= set(classifier.categories):
        say(f"{model.name}: finishing drawings")
        test = load_drawings(data, model.categories).test
        rng = np.random.default_rng(seed)
        rows = rng.permutation(len(test))[:COMPLETED]
        label_of = np.array([classifier.categories.index(name) for name in model.categories])
        values["completion"] = measure_completion(
            model,
            test.images[rows].astype(np.float32) / np.float32(255),
            label_of[test.labels[rows]],
            classifier,
            seed=seed,
        )._asdict()
    known = set(available_categories(data)) - set(model.categories)
    unseen = tuple(name for name in classifier.categories if name in known)
    if unseen:
        say(f"{model.name}: learning {len(unseen)} categories from a few drawings")

        def learn(shots: Any, name: str) -> Any:
            category = learn_category(model, shots, name)
            return lambda n, seed: category.sample(model, n, seed=seed)[0]

        found = measure_few_shot(learn, load_drawings(data, unseen), classifier, seed=seed)
        values["few_shot"] = found._asdict()
    return values


@contextlib.contextmanager
def _opened(name: str) -> Iterator["Bundle"]:
    """A bundle; a run is exported to a temporary one, so that what ships is what is measured."""
    import re
    import tempfile

    from aemodel.cli.inputs import open_model

    if not (Path(name) / "run.json").is_file():
        yield open_model(name)
        return
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    from aemodel.bundle.from_run import export_run

    plain = re.sub(r"[^a-z0-9]+", "-", Path(name).resolve().name.lower()).strip("-") or "run"
    with tempfile.TemporaryDirectory() as folder:
        yield open_model(str(export_run(Path(name), Path(folder) / "bundle", name=plain)))


def run_export_classifier(arguments: argparse.Namespace) -> int:
    """Freeze a run of the classifier."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    from aemodel.bundle.export_classifier import export_classifier_run
    from aemodel.evaluation.frozen_classifier import default_classifier_dir

    folder = arguments.output or default_classifier_dir()
    accuracy = export_classifier_run(arguments.run_dir, arguments.data, folder)
    print(f"{folder}: {accuracy:.2%} of the test side recognised")
    return 0


def _folders_to_update(names: list[str]) -> dict[str, Path]:
    """Where the manifests are. Raises DataError for what has none that can be rewritten."""
    from aemodel.bundle.runtime import find_bundle
    from aemodel.errors import DataError

    folders = {}
    for name in names:
        if (Path(name) / "run.json").is_file() or not find_bundle(name).is_dir():
            raise DataError(f"--update needs bundle folders, and {name} is none; leave it out.")
        folders[name] = find_bundle(name)
    return folders


def _command(arguments: argparse.Namespace) -> str:
    """The command line that gives the same numbers, without folders of this machine."""
    words = ["aemodel", "evaluate", *(Path(name).name for name in arguments.models)]
    words += ["--data", "DIR", "--json", "FILE", "--seed", str(arguments.seed)]
    if arguments.drawings is not None:
        words += ["--drawings", str(arguments.drawings)]
    if arguments.categories:
        words += ["--categories", *arguments.categories]
    if arguments.beyond:
        words.append("--beyond")
    return shlex.join(words)


@contextlib.contextmanager
def _progress() -> Iterator[Any]:
    """A line on standard error that says what is being measured, and for how long already."""
    from tqdm import tqdm

    with tqdm(bar_format="{elapsed} {desc}", leave=False, disable=None) as bar:
        yield bar.set_description_str
