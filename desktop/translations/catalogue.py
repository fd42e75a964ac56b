"""The list of texts and their translations: a Qt .ts file, kept with Qt's own tools."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

PACKAGE = Path(__file__).resolve().parents[1]
SOURCE = Path(__file__).resolve().parent / "doodlescape_zh_CN.ts"


def collect(ts: Path) -> None:
    """Brings the .ts file up to date with the code; texts that are gone go."""
    files = sorted(str(path) for path in PACKAGE.rglob("*.py"))
    options = ("-no-obsolete", "-locations", "none", "-silent")
    _run("pyside6-lupdate", *options, *files, "-ts", str(ts))


def compile_catalogue(ts: Path, qm: Path | None = None) -> Path:
    """Writes the .qm file that the program loads; returns its path.

    The file is replaced at once: a program that runs has the old one mapped into its memory.
    """
    qm = ts.with_suffix(".qm") if qm is None else qm
    fresh = qm.with_name(f"{qm.name}.new")
    _run("pyside6-lrelease", "-silent", str(ts), "-qm", str(fresh))
    return fresh.replace(qm)


def untranslated(ts: Path) -> list[tuple[str, str]]:
    """Context and text of everything that has no finished translation."""
    return [pair for pair, words in translations(ts).items() if not words]


def translations(ts: Path) -> dict[tuple[str, str], str]:
    """(context, text) -> translation, "" where there is none."""
    found = {}
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = (translation.text or "") if translation is not None and done else ""
    return found


def _run(tool: str, *arguments: str) -> None:
    beside = Path(sys.executable).with_name(tool)
    program = str(beside) if beside.exists() else shutil.which(tool)
    if program is None:
        raise SystemExit(f"{tool} is missing; it comes with PySide6, so install that.")
    subprocess.run([program, *arguments], check=True, stdout=subprocess.DEVNULL)
