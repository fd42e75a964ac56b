"""The command as a whole."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from aemodel import __version__
from aemodel.cli import build_parser


def test_python_m_aemodel() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "aemodel", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["aemodel", __version__]


def test_parsing_loads_nothing_heavy() -> None:
    code = (
        "import sys; from aemodel.cli import build_parser; build_parser();"
        "print({'tensorflow', 'keras', 'sklearn', 'scipy', 'matplotlib', 'PySide6', 'numpy'}"
        " & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise on Windows")
def test_a_reader_that_goes_away_is_no_error(model: str) -> None:
    """As in `aemodel ... | head -c 0`, without the race."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "aemodel", "info", model],
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.parametrize("arguments", [[], ["teach"], ["generate"], ["train", "vae"]])
def test_wrong_usage_is_explained(
    arguments: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with pytest.raises(SystemExit) as stopped:
        build_parser().parse_args(arguments)
    assert stopped.value.code == 2
    assert "usage: aemodel" in capsys.readouterr().err
