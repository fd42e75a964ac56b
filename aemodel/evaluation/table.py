"""The README's tables, rendered in Markdown from the JSON of an evaluation and nothing else."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from aemodel.defaults import MAP_TEMPERATURE, TEMPERATURE
from aemodel.errors import DataError
from aemodel.files import replacing

BEGIN = "<!-- evaluation: begin (written by `aemodel evaluate --write-readme`) -->"
END = "<!-- evaluation: end -->"

Format = Callable[[float], str]
Column = tuple[str, str, Format]  # heading, dotted path inside the measurements, format


def _fixed(digits: int) -> Format:
    return lambda value: f"{value:.{digits}f}"


def _percent(value: float) -> str:
    return f"{100 * value:.1f} %"


def _whole(value: float) -> str:
    return f"{value:.0f}"


REDRAWING: tuple[Column, ...] = (
    ("cross-entropy (nats)", "redraw.cross_entropy", _fixed(1)),
    ("PSNR (dB)", "redraw.psnr", _fixed(2)),
    ("KL (nats)", "redraw.kl", _fixed(1)),
    ("ELBO (nats)", "redraw.elbo", _fixed(1)),
    ("IW bound (nats)", "redraw.importance_weighted_bound", _fixed(1)),
    ("active units", "redraw.active_units", _whole),
    ("FID", "redraw.fid", _fixed(2)),
    ("keeps category", "redraw.kept", _percent),
)
SAMPLING: tuple[Column, ...] = (
    ("FID", "samples.fid", _fixed(2)),
    ("precision", "samples.precision", _fixed(3)),
    ("recall", "samples.recall", _fixed(3)),
    ("density", "samples.density", _fixed(3)),
    ("coverage", "samples.coverage", _fixed(3)),
    ("recognised", "samples.recognised", _percent),
    ("worst category / real", "samples.worst_ratio", _percent),
    ("balance", "balance.entropy", _fixed(3)),
    ("nearest training drawing, median", "memorisation.median", _fixed(2)),
    ("1st percentile", "memorisation.percentile_1", _fixed(2)),
    ("nearer to training", "memorisation.nearer_to_training", _percent),
)
PRIORS: tuple[Column, ...] = (
    ("its own prior", "samples.fid", _fixed(2)),
    ("N(0, I)", "priors.normal.fid", _fixed(2)),
    ("Gaussian per category", "priors.gaussian.fid", _fixed(2)),
    ("10 Gaussians per category", "priors.mixture.fid", _fixed(2)),
)
BETWEEN: tuple[Column, ...] = (
    ("midpoint FID, same category", "interpolation.fid_within", _fixed(2)),
    ("straight", "interpolation.fid_within_straight", _fixed(2)),
    ("across categories", "interpolation.fid_across", _fixed(2)),
    ("map FID", "map.fid", _fixed(2)),
    (f"map FID, temperature {MAP_TEMPERATURE:g}", "map.typical_fid", _fixed(2)),
    ("variance kept by the map", "map.variance_kept", _percent),
    ("morph step, 99th percentile", "interpolation.morph.percentile_99", _fixed(2)),
    ("drag step, 99th percentile", "map.drag.percentile_99", _fixed(2)),
)
SPEED: tuple[Column, ...] = (
    ("redraw (ms)", "redraw_ms", _fixed(2)),
    ("read closely (ms)", "refined_ms", _fixed(2)),
    ("one sample (ms)", "sample_ms", _fixed(2)),
    ("one map step (ms)", "map_step_ms", _fixed(2)),
)
BEYOND: tuple[Column, ...] = (
    ("whole drawings recognised", "completion.whole", _percent),
    ("30-60 % erased", "completion.partial", _percent),
    ("first proposal", "completion.first", _percent),
    ("mean of six", "completion.mean", _percent),
    ("any of six", "completion.best", _percent),
    ("new category: samples recognised", "few_shot.recognised", _percent),
    ("real drawings", "few_shot.real", _percent),
    ("distance to the shots", "few_shot.distance", _fixed(2)),
    ("of real drawings", "few_shot.real_distance", _fixed(2)),
)


def render(report: Mapping[str, Any]) -> str:
    """All tables of a report, with the sentences that say how they were measured.

    Raises:
        DataError: when the report lacks what a table needs.
    """
    try:
        parts = [_introduction(report)]
        for scope in report["scopes"]:
            parts += _scope(scope)
        speeds = {name: model["speed"] for name, model in report["models"].items()}
        parts += ["### Speed, one drawing on one core: median of the quietest of five rounds"]
        parts += [_table(SPEED, speeds)]
        if "beyond" in report:
            parts += ["### Finishing drawings, and learning new categories from five of them"]
            parts += [_table(BEYOND, report["beyond"])]
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(f"The evaluation lacks {error}; evaluate again.") from error
    return "\n\n".join(parts) + "\n"


def write_readme(path: Path, report: Mapping[str, Any]) -> None:
    """Replace what is between the two comments in a Markdown file by the tables.

    Raises:
        DataError: when the file cannot be read or written, or lacks the comments.
    """
    tables = render(report)
    try:
        text = path.read_text(encoding="utf-8")
        before, begin, rest = text.partition(BEGIN)
        _, end, after = rest.partition(END)
        if not begin or not end:
            raise DataError(f"{path} lacks the lines {BEGIN!r} and {END!r}; put them in first.")
        with replacing(path) as part:
            part.write_text(f"{before}{begin}\n\n{tables}\n{end}{after}", encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path} cannot be rewritten: {error}.") from error


def _introduction(report: Mapping[str, Any]) -> str:
    classifier = report["classifier"]
    accuracy = classifier["accuracy"]
    told = f", accuracy {_percent(accuracy)}" if accuracy is not None else ""
    return (
        f"Held-out drawings, {report['drawings']} in every Fréchet distance (FID) on either side; "
        f"features of the project's own classifier of {classifier['categories']} categories{told};"
        f" k = {report['settings']['neighbours']} neighbours; seed {report['settings']['seed']}."
        " Real drawings are the validation side measured against the test side: the floor."
        " At a glance: read once only, as while the pen moves. Samples are of temperature 1 and of"
        f" {TEMPERATURE:g}, which window and commands begin with. Where a model has a judge, it"
        " chooses each among several that the prior draws, somewhat more wildly; unjudged: all that"
        " the prior draws, as it has learnt to."
    )


def _scope(scope: Mapping[str, Any]) -> list[str]:
    categories, models = scope["categories"], scope["models"]
    named = ", ".join(categories) if len(categories) <= 5 else f"{len(categories)} categories"
    real = {"samples": scope["real"]["samples"], "memorisation": scope["real"]["memorisation"]}
    redrawing = {"mean of the category": {"redraw": scope["real"]["mean_drawing"]}}
    for name, values in models.items():
        redrawing[name] = values
        if values.get("glance"):
            redrawing[f"{name}, at a glance"] = {"redraw": values["glance"]}
    sampling = {"real drawings": real}
    for name, values in models.items():
        sampling[name] = values
        typical = values.get("typical")
        if typical:
            sampling[f"{name}, temperature {typical['temperature']:g}"] = typical
        for drawn in values.get("unjudged") or ():
            sampling[f"{name}, temperature {drawn['temperature']:g}, unjudged"] = drawn
    return [
        f"### Redrawing: {named}",
        _table(REDRAWING, redrawing),
        f"### Sampling: {named}",
        _table(SAMPLING, sampling),
        f"### Sample FID by prior over the same latents: {named}",
        _table(PRIORS, {name: _unchosen(values) for name, values in models.items()}),
        f"### In between and on the map: {named}",
        _table(BETWEEN, models),
    ]


def _unchosen(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """With the samples of the prior itself, where a judge chooses among them."""
    unjudged = values.get("unjudged")
    return {**values, "samples": unjudged[0]["samples"]} if unjudged else values


def _table(columns: Sequence[Column], rows: Mapping[str, Mapping[str, Any]]) -> str:
    lines = [
        "| | " + " | ".join(heading for heading, _, _ in columns) + " |",
        "|---|" + "---:|" * len(columns),
    ]
    for name, values in rows.items():
        cells = [_cell(_find(values, path), form) for _, path, form in columns]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _find(values: Mapping[str, Any] | None, path: str) -> float | None:
    found: Any = values
    for key in path.split("."):
        if found is None:
            return None
        found = found.get(key)
    return None if found is None else float(found)


def _cell(value: float | None, form: Format) -> str:
    return "–" if value is None else form(value)
