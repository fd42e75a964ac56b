"""What holds for the repository as a whole: sizes, contents, what the README says."""

import ast
import re
import shlex
import sys
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest

from aemodel import __version__
from aemodel.cli import build_parser
from aemodel.evaluation.table import BEGIN, END

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MEBIBYTE = 2**20

# What `pip install .` brings, and what it is imported as.
INSTALLED_WITH_THE_WINDOW = {
    *("numpy", "PIL", "contourpy", "tqdm", "ai_edge_litert", "PySide6"),
    *("aemodel", "desktop"),
}
# Modules that need the `train` extra even to be imported, apart from aemodel.training and models.
TRAINING_SIDE = {
    *("aemodel/bundle/convert.py", "aemodel/bundle/export.py", "aemodel/bundle/from_run.py"),
    *("aemodel/bundle/from_atlas.py", "aemodel/bundle/export_classifier.py"),
    *("aemodel/data/augment.py", "aemodel/data/pipeline.py"),
}


def files(*folders: str) -> Iterator[Path]:
    for folder in folders:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def test_the_assets_stay_small() -> None:
    sizes = {path: path.stat().st_size for path in files("assets")}
    assert sum(sizes.values()) < 40 * MEBIBYTE
    for bundle in (ROOT / "assets" / "models").iterdir():
        size = sum(path.stat().st_size for path in bundle.iterdir())
        assert size <= 12 * MEBIBYTE, bundle.name


def test_no_drawings_of_the_dataset_are_kept_here() -> None:
    found = [
        path.relative_to(ROOT)
        for path in files("assets", "tests", "aemodel", "desktop")
        if path.suffix in (".npy", ".ndjson", ".bin", ".tfrecord")
    ]
    assert not found


def test_entry_points_lead_somewhere() -> None:
    scripts = {
        entry.name: entry.load()
        for entry in distribution("doodlescape").entry_points
        if entry.group in ("console_scripts", "gui_scripts")
    }
    assert scripts.keys() == {"aemodel", "doodlescape"}
    assert all(callable(main) for main in scripts.values())


def test_there_is_one_version() -> None:
    assert distribution("doodlescape").version == __version__


def imported(path: Path) -> set[str]:
    """Dotted names of all modules that a file imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names.add(node.module)
    return names


def sources(*folders: str) -> list[Path]:
    return [path for path in files(*folders) if path.suffix == ".py"]


@pytest.mark.parametrize("folder", ["desktop", "aemodel/bundle", "aemodel/data"])
def test_the_window_needs_only_what_is_installed_with_it(folder: str) -> None:
    for path in sources(folder):
        if path.relative_to(ROOT).as_posix() not in TRAINING_SIDE:
            tops = {name.partition(".")[0] for name in imported(path)}
            assert tops <= INSTALLED_WITH_THE_WINDOW | sys.stdlib_module_names, path


def test_nothing_imports_from_its_right() -> None:
    order = ("data", "models", "priors", "training", "evaluation", "bundle", "cli")
    for place, package in enumerate(order):
        for path in sources(f"aemodel/{package}"):
            names = imported(path)
            assert not any(name.partition(".")[0] == "desktop" for name in names), path
            for right in order[place + 1 :]:
                assert not any(f"{name}.".startswith(f"aemodel.{right}.") for name in names), path


# README ------------------------------------------------------------------------------------------


def commands() -> list[str]:
    """The lines of the README's code blocks that call `aemodel`."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    lines = "".join(blocks).replace("\\\n", " ").splitlines()
    return [line.strip() for line in lines if re.match(r"(\S*/)?aemodel ", line.strip())]


def test_the_readme_shows_every_command() -> None:
    shown = {shlex.split(line)[1] for line in commands()}
    assert shown >= {"data", "train", "evaluate", "export", "info"}
    assert shown >= {"generate", "reconstruct", "morph"}


@pytest.mark.parametrize("line", commands())
def test_every_command_of_the_readme_is_one(line: str) -> None:
    build_parser().parse_args(shlex.split(line, comments=True)[1:])


def test_what_the_readme_points_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        if not target.startswith(("https://", "http://")):
            assert (ROOT / target).exists(), target


def test_the_readme_has_room_for_the_numbers() -> None:
    assert README.count(BEGIN) == README.count(END) == 1
    assert README.index(BEGIN) < README.index(END)


def test_continuous_integration_and_readme_name_the_same_system_libraries() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    listed = re.search(r"qt_libraries=\((.*?)\)", script, re.DOTALL)
    assert listed
    assert set(listed[1].split()) <= set(re.findall(r"[\w.-]+", README))
