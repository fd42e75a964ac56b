"""The tables are made from the JSON alone, and the README's block is replaced exactly."""

from pathlib import Path
from typing import Any

import pytest

from aemodel.errors import DataError
from aemodel.evaluation.report import read_report, write_report
from aemodel.evaluation.table import BEGIN, END, render, write_readme


def small_report() -> dict[str, Any]:
    redraw = {
        "cross_entropy": 123.456,
        "psnr": 14.1,
        "kl": None,
        "elbo": None,
        "importance_weighted_bound": None,
        "active_units": 7,
        "fid": 9.876,
        "kept": 0.9712,
    }
    model = {
        "redraw": redraw,
        "samples": None,
        "balance": None,
        "memorisation": None,
        "priors": {name: {"fid": 5.0} for name in ("normal", "gaussian", "mixture")},
        "interpolation": {"fid_within": 3.0, "fid_across": None, "morph": {"percentile_99": 0.5}},
        "map": None,
        "head": None,
        "missing": {"samples": "No prior."},
    }
    real = {
        "samples": {
            "fid": 0.25,
            "precision": 0.9,
            "recall": 0.89,
            "density": 1.0,
            "coverage": 0.87,
            "recognised": 0.92,
        },
        "memorisation": {"median": 8.0, "percentile_1": 5.0},
        "mean_drawing": {"cross_entropy": 290.0, "psnr": 10.0, "fid": 64.0},
    }
    return {
        "schema": 1,
        "command": "aemodel evaluate ae",
        "drawings": 1260,
        "settings": {"neighbours": 3, "seed": 0},
        "classifier": {"categories": 46, "accuracy": 0.91, "sha256": "0"},
        "models": {
            "ae": {
                "speed": {
                    "redraw_ms": 0.2,
                    "refined_ms": 0.9,
                    "sample_ms": None,
                    "map_step_ms": None,
                }
            }
        },
        "scopes": [{"categories": ["cat", "dog"], "real": real, "models": {"ae": model}}],
    }


def rows(text: str, start: str) -> list[list[str]]:
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith(f"| {start} |")
    ]


def test_numbers_are_rounded_and_gaps_are_dashes() -> None:
    text = render(small_report())
    redrawing, sampling, priors, between, speed = rows(text, "ae")
    assert redrawing == ["ae", "123.5", "14.10", "–", "–", "–", "7", "9.88", "97.1 %"]
    assert set(sampling[1:]) == {"–"}
    assert priors == ["ae", "–", "5.00", "5.00", "5.00"]
    assert between == ["ae", "3.00", "–", "–", "–", "–", "–", "0.50", "–"]
    assert speed == ["ae", "0.20", "0.90", "–", "–"]
    assert rows(text, "real drawings")[0][1:3] == ["0.25", "0.900"]
    assert "1260 in every" in text
    assert "accuracy 91.0 %" in text


def test_what_is_read_at_a_glance_has_a_row_of_its_own() -> None:
    report = small_report()
    report["scopes"][0]["models"]["ae"]["glance"] = {"cross_entropy": 130.04, "kept": 0.9}
    row = rows(render(report), "ae, at a glance")[0]
    assert row == ["ae, at a glance", "130.0", "–", "–", "–", "–", "–", "–", "90.0 %"]


def test_samples_of_the_window_s_temperature_have_a_row_of_their_own() -> None:
    report = small_report()
    typical = {"temperature": 0.8, "samples": {"fid": 1.5}, "memorisation": {"median": 7.5}}
    report["scopes"][0]["models"]["ae"]["typical"] = typical
    row = rows(render(report), "ae, temperature 0.8")[0]
    assert row[1] == "1.50"
    assert "7.50" in row


def test_samples_that_no_judge_has_chosen_have_rows_of_their_own_and_stand_for_the_prior() -> None:
    report = small_report()
    report["scopes"][0]["models"]["ae"]["unjudged"] = [
        {"temperature": 1.0, "samples": {"fid": 3.25}, "memorisation": {"median": 7.5}},
        {"temperature": 0.8, "samples": {"fid": 2.5}, "memorisation": {"median": 7.5}},
    ]
    text = render(report)
    assert rows(text, "ae, temperature 1, unjudged")[0][1] == "3.25"
    assert rows(text, "ae, temperature 0.8, unjudged")[0][1] == "2.50"
    _, priors = text.split("by prior over the same latents")
    assert rows(priors, "ae")[0][1] == "3.25"


def test_every_table_has_as_many_cells_in_each_row() -> None:
    for block in render(small_report()).split("\n\n"):
        if block.startswith("|"):
            assert len({line.count("|") for line in block.splitlines()}) == 1


def test_a_report_survives_the_file(report_path: Path) -> None:
    write_report(report_path, small_report())
    assert read_report(report_path) == small_report()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "not the JSON"),
        ("[]", "schema 1"),
        ('{"schema": 2}', "schema 1"),
        ("[" * 100_000, "not the JSON"),
    ],
)
def test_a_file_that_is_no_report_is_refused(report_path: Path, content: str, message: str) -> None:
    report_path.write_text(content)
    with pytest.raises(DataError, match=message):
        read_report(report_path)


def test_a_missing_file_and_a_report_without_a_section_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        read_report(tmp_path / "none.json")
    report = small_report()
    del report["scopes"][0]["real"]["samples"]
    with pytest.raises(DataError, match="'samples'"):
        render(report)


def test_only_the_block_between_the_comments_changes(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"# Title\n\n{BEGIN}\nold\n{END}\n\nAfter.\n", encoding="utf-8")
    for _ in range(2):
        write_readme(readme, small_report())
        text = readme.read_text(encoding="utf-8")
        assert text.startswith(f"# Title\n\n{BEGIN}\n\n")
        assert text.endswith(f"\n{END}\n\nAfter.\n")
        assert render(small_report()) in text
        assert "old" not in text


def test_a_readme_without_the_comments_is_left_alone(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("# Title\n")
    with pytest.raises(DataError, match="lacks the lines"):
        write_readme(readme, small_report())
    assert readme.read_text() == "# Title\n"
