"""The generating commands: how they refuse, and what they never load."""

import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from aemodel.bundle.sheets import picture
from aemodel.cli import main

Strokes = list[np.ndarray]

REFUSED = {
    "no such model": (["generate", "--model", "nowhere", "-o", "a.png"], "no model 'nowhere'"),
    "typo": (["generate", "--model", "M", "--category", "dgo", "-o", "a.png"], "mean 'dog'"),
    "ending": (["generate", "--model", "M", "-o", "a.jpg"], "'.jpg' is not possible"),
    "no folder": (["generate", "--model", "M", "-o", "no/a.png"], "no folder no"),
    "sheet": (["generate", "--model", "M", "-n", "3000", "-o", "a.png"], "do not fit"),
    "a file": (["generate", "--model", "M", "-o", "words.npy/"], "cannot be written|a file"),
    "no input": (["reconstruct", "--model", "M", "no.png", "-o", "a.png"], "no file no.png"),
    "no picture": (["reconstruct", "--model", "M", "words.png", "-o", "a.png"], "words.png"),
    "no array": (["reconstruct", "--model", "M", "words.npy", "-o", "a.png"], "words.npy"),
    "shape": (["reconstruct", "--model", "M", "odd.npy", "-o", "a.png"], "odd.npy.*shape"),
    "objects": (["reconstruct", "--model", "M", "objects.npy", "-o", "a.png"], "objects.npy"),
    "range": (["reconstruct", "--model", "M", "range.npy", "-o", "a.png"], "divide grey levels"),
    "empty": (["reconstruct", "--model", "M", "empty.npy", "-o", "a.png"], "no drawing"),
    "folder in": (["reconstruct", "--model", "M", ".", "-o", "a.png"], "is a folder"),
    "no point": (["morph", "--model", "M", "cat:1", "nothing", "-o", "a.gif"], "cat:7"),
    "one point": (["morph", "--model", "M", "cat:1", "-o", "a.gif"], "at least two"),
    "no such category": (["morph", "--model", "M", "cow:1", "cat:1", "-o", "a.gif"], "'cow'"),
    "no animation": (["morph", "--model", "M", "cat:1", "cat:2", "-o", "a.npy"], "choose .gif"),
    "no path": (
        ["morph", "--model", "M", "cat:1", "cat:2", "--path", "model", "-o", "a.gif"],
        "choose another path",
    ),
    "sheet of ways": (
        ["complete", "--model", "M", "many.npy", "-n", "30", "-o", "a.png"],
        "do not fit",
    ),
    "too many ways": (
        ["complete", "--model", "M", "one.npy", "-n", "900", "-o", "a"],
        "At most",
    ),
    "no such sample": (["vary", "--model", "M", "cow:1", "-o", "a.png"], "'cow'"),
    "no doodle": (["vary", "--model", "M", "nothing", "-o", "a.png"], "cat:7"),
    "no model": (["generate", "-o", "a.png"], "--model"),
    "not learnt": (["generate", "--learned", "one.npy", "-o", "a.png"], "not what .aemodel learn"),
    "nothing learnt": (["generate", "--learned", "no.npz", "-o", "a.png"], "cannot be read"),
    "one example": (["learn", "--model", "M", "x", "one.npy", "-o", "a.npz"], "five or more"),
    "no name": (["learn", "--model", "M", " ", "many.npy", "-o", "a.npz"], "name"),
    "no such place": (["learn", "--model", "M", "x", "many.npy", "-o", "a.png"], "choose .npz"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_is_refused_in_one_line(
    case: str,
    model: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("words.png", "words.npy"):
        Path(name).write_text("just words")
    np.save("odd.npy", np.zeros((2, 5)))
    np.save("objects.npy", np.array([{}]), allow_pickle=True)
    np.save("range.npy", np.full((1, 28, 28), 200.0))
    np.save("empty.npy", np.zeros((0, 784), np.uint8))
    np.save("one.npy", np.zeros((1, 784), np.uint8))
    np.save("many.npy", np.zeros((100, 784), np.uint8))
    before = sorted(tmp_path.iterdir())
    arguments, words = REFUSED[case]
    status = main([model if argument == "M" else argument for argument in arguments])
    error = capsys.readouterr().err
    assert status == 1
    assert error.count("\n") == 1
    assert error.startswith("aemodel: ")
    assert re.search(words, error), error
    assert sorted(tmp_path.iterdir()) == before


HEAVY = ("tensorflow", "keras", "sklearn", "matplotlib", "scipy.stats", "jax", "torch")


@pytest.mark.parametrize(
    "command",
    ["generate", "learn", "learned", "reconstruct", "complete", "vary", "morph"],
)
def test_no_command_loads_a_training_library(
    command: str, model: str, tmp_path: Path, own_drawings: dict[str, Strokes]
) -> None:
    from aemodel.data.raster import rasterize

    np.save(tmp_path / "a.npy", np.zeros((1, 28, 28), np.float32))
    image, strokes = tmp_path / "a.png", tmp_path / "a.ndjson"
    picture(rasterize(own_drawings["tree"]) / 255, 8).save(image)
    strokes.write_text('{"drawing": [[[0, 255], [0, 255]]]}\n')
    inputs = [str(tmp_path / "a.npy"), str(image), str(strokes)]
    to_learn, sheet = ["learn", "--model", model, "x", *inputs], str(tmp_path / "o.png")
    learned = str(tmp_path / "x.npz")
    assert main([*to_learn, "-o", learned]) == 0
    arguments = {
        "generate": ["generate", "--model", model, "-n", "3", "-o", sheet],
        "learn": [*to_learn, "-o", str(tmp_path / "y.npz")],
        "learned": ["generate", "--model", model, "--learned", learned, "-o", sheet],
        "reconstruct": ["reconstruct", "--model", model, *inputs, "-o", sheet],
        "complete": ["complete", "--model", "atlas", str(image), "-n", "2", "-o", sheet],
        "vary": ["vary", "--model", "atlas", *inputs, "any:3", "-o", sheet],
        "morph": ["morph", "--model", "atlas", str(image), "cat:3", "-o", str(tmp_path / "o.gif")],
    }[command]
    code = (
        "import sys, json; from aemodel.cli import main; "
        f"status = main({arguments!r}); "
        f"print(json.dumps([m for m in {HEAVY!r} if m in sys.modules])); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert json.loads(done.stdout.splitlines()[-1]) == []
