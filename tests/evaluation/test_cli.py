"""`aemodel evaluate`: the tables from a file, the README, and sentences for bad input."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from aemodel.bundle import export
from aemodel.cli import inputs, main
from aemodel.evaluation import frozen_classifier
from aemodel.evaluation.report import evaluate_all, read_report, write_report
from aemodel.evaluation.suite import Settings
from aemodel.evaluation.table import BEGIN, END, render

QUICK = Settings(
    drawings=30,
    recognition_samples=10,
    balance_samples=30,
    bound_samples=4,
    paths=2,
    path_steps=3,
    repeats=2,
)


@pytest.fixture
def written(report_path: Path, dataset: Any, classifier: Any, make_model: Any) -> Path:
    model = make_model()
    report = evaluate_all(
        [model],
        dataset,
        classifier,
        QUICK,
        scopes=[model.categories],
        command="aemodel evaluate toy",
        say=lambda _: None,
    )
    write_report(report_path, report)
    return report_path


def test_table_prints_an_earlier_evaluation_and_writes_the_readme(
    written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"{BEGIN}\n{END}\n", encoding="utf-8")
    assert main(["evaluate", "--table", str(written), "--write-readme", str(readme)]) == 0
    printed = capsys.readouterr().out
    assert printed == render(read_report(written))
    assert printed in readme.read_text(encoding="utf-8")
    assert "| toy |" in printed


@pytest.fixture
def data_folder(tmp_path: Path, shape_drawings: Any, make_model: Any) -> Path:
    """Bitmaps in the official form."""
    images, labels = shape_drawings(150, seed=9)
    folder = tmp_path / "data"
    (folder / "bitmap").mkdir(parents=True)
    for label, name in enumerate(make_model().categories):
        np.save(folder / "bitmap" / f"{name}.npy", images[labels == label].reshape(-1, 784))
    return folder


@pytest.fixture
def toy_models(monkeypatch: pytest.MonkeyPatch, classifier: Any, make_model: Any) -> None:
    """Every name opens a toy, and the toy classifier is the shipped one."""
    monkeypatch.setattr(inputs, "open_model", lambda name: make_model(Path(name).name))
    monkeypatch.setattr(frozen_classifier, "open_classifier", lambda _: classifier)


@pytest.mark.usefixtures("toy_models")
def test_models_are_evaluated_on_the_data_folder(
    data_folder: Path, report_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["evaluate", "small", "other", "--data", str(data_folder), "--drawings", "30"]
    assert main([*arguments, "--json", str(report_path)]) == 0
    report = read_report(report_path)
    assert capsys.readouterr().out == render(report)
    assert report["drawings"] == 30
    assert report["command"].startswith("aemodel evaluate small other --data DIR")
    assert str(data_folder) not in report_path.read_text(encoding="utf-8")
    (scope,) = report["scopes"]
    assert scope["categories"] == ["bars", "ring", "cross"]
    assert scope["models"]["small"] == scope["models"]["other"]


@pytest.mark.usefixtures("toy_models")
def test_too_many_drawings_are_refused(
    data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["evaluate", "toy", "--data", str(data_folder), "--drawings", "3000"]
    assert main(arguments) == 1
    assert "use a larger data folder" in capsys.readouterr().err


def test_a_missing_classifier_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_model: Any, capsys: Any
) -> None:
    monkeypatch.setattr(inputs, "open_model", make_model)
    nowhere = str(tmp_path / "none")
    assert main(["evaluate", "toy", "--data", nowhere, "--classifier", nowhere]) == 1
    assert "The evaluation classifier is not in" in capsys.readouterr().err


@pytest.mark.usefixtures("toy_models")
def test_metrics_go_into_the_manifest(
    data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "toy"
    folder.mkdir()
    written: dict[Path, Any] = {}
    monkeypatch.setattr(export, "update_metrics", written.__setitem__)
    arguments = ["evaluate", str(folder), "--data", str(data_folder), "--categories", "ring"]
    assert main([*arguments, "--update"]) == 0
    assert list(written) == [folder]
    assert written[folder]["scopes"][0]["categories"] == ["ring"]
    assert written[folder]["scopes"][0]["redraw"]["fid"] > 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["evaluate"], "at least one run or bundle"),
        (["evaluate", "vae"], "--data"),
        (["evaluate", "vae", "--table", "x.json"], "either models"),
        (["evaluate", "--table", "none.json"], "cannot be read"),
        (["evaluate", "vae", "--data", "d", "--seed", "-1"], "seed"),
        (["evaluate", "no-such-model", "--data", "d"], "no model 'no-such-model'"),
        (["export-classifier", "none", "--data", "d"], "no training run in none"),
    ],
)
def test_bad_input_is_one_sentence(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 1
    error = capsys.readouterr().err
    assert message in error
    assert error.startswith("aemodel: ")
    assert error.count("\n") == 1
