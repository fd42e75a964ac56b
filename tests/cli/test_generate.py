"""`aemodel generate`, `reconstruct`, `morph`: what they write, and how they refuse."""

import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from toy_bundle import write_toy

from aemodel.bundle import open_bundle
from aemodel.bundle.sheets import picture
from aemodel.cli import main

Strokes = list[np.ndarray]


def test_the_same_seed_gives_the_same_doodles(model: str, tmp_path: Path) -> None:
    for n, name in ((12, "many"), (5, "few")):
        out = str(tmp_path / f"{name}.npy")
        assert main(["generate", "--model", model, "-n", str(n), "--seed", "3", "-o", out]) == 0
    many, few = np.load(tmp_path / "many.npy"), np.load(tmp_path / "few.npy")
    assert many.shape == (12, 28, 28)
    assert many.dtype == np.float32
    np.testing.assert_allclose(many[:5], few, atol=1e-6)
    np.testing.assert_allclose(many, open_bundle(model).sample(12, seed=3)[0], atol=1e-6)


def test_category_and_temperature_reach_the_model(model: str, tmp_path: Path) -> None:
    out = tmp_path / "dogs.npy"
    options = ["--category", "dog", "--temperature", "0.5", "--seed", "9", "-n", "4"]
    assert main(["generate", "--model", model, *options, "-o", str(out)]) == 0
    expected, _ = open_bundle(model).sample(4, category="dog", temperature=0.5, seed=9)
    np.testing.assert_allclose(np.load(out), expected, atol=1e-6)


def test_a_contact_sheet_says_how_to_make_it_again(
    model: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "cats.PNG"
    options = ["--category", "cat", "-n", "6", "--seed", "11", "--temperature", "0.8"]
    assert main(["generate", "--model", model, *options, "-o", str(out)]) == 0
    assert "6 doodles by full, seed 11" in capsys.readouterr().out
    with Image.open(out) as sheet:
        assert sheet.size == (3 * 112 + 4 * 8, 2 * 112 + 3 * 8)
        text = sheet.text
    assert text["Model"] == "full (Toy (full))"
    assert (text["Category"], text["Seed"], text["Temperature"]) == ("cat", "11", "0.8")
    assert "Google, Inc." in text["Source"]
    assert "CC BY 4.0" in text["Source"]


def test_a_folder_gets_a_picture_each(model: str, tmp_path: Path) -> None:
    out = tmp_path / "new" / "doodles"
    arguments = ["generate", "--model", model, "-n", "11", "--seed", "5", "--scale", "1"]
    assert main([*arguments, "-o", str(out)]) == 0
    names = sorted(path.name for path in out.iterdir())
    assert names[0] == "doodle-s5-00.png"
    assert names[-1] == "doodle-s5-10.png"
    images, _ = open_bundle(model).sample(11, seed=5)
    with Image.open(out / "doodle-s5-07.png") as image:
        shown = 1 - np.asarray(image, np.float32) / 255
        assert (image.text["Seed"], image.text["Sample"]) == ("5", "7")
    np.testing.assert_allclose(shown, images[7], atol=0.01)


def test_reconstruct_reads_arrays_and_pictures(
    model: str, tmp_path: Path, own_drawings: dict[str, Strokes]
) -> None:
    from aemodel.data.raster import rasterize

    ink = rasterize(own_drawings["cat"])
    floats, levels, shot = tmp_path / "f.npy", tmp_path / "u.npy", tmp_path / "cat.png"
    np.save(floats, np.stack([ink, ink]).astype(np.float32) / 255)
    np.save(levels, ink.reshape(1, 784))
    picture(ink / 255, 10).save(shot)
    out = tmp_path / "out.npy"
    inputs = [str(floats), str(levels), str(shot)]
    assert main(["reconstruct", "--model", model, *inputs, "-o", str(out)]) == 0
    redrawn = np.load(out)
    assert redrawn.shape == (4, 28, 28)
    bundle = open_bundle(model)
    np.testing.assert_allclose(
        redrawn[:3], bundle.decode(bundle.encode(np.stack([ink] * 3))[0]), atol=1e-5
    )
    assert np.corrcoef(redrawn[3].ravel(), redrawn[0].ravel())[0, 1] > 0.8
    assert main(["reconstruct", "--model", model, *inputs, "--limit", "1", "-o", str(out)]) == 0
    assert len(np.load(out)) == 3


def test_reconstruct_reads_both_kinds_of_drawings(
    model: str, tmp_path: Path, own_drawings: dict[str, Strokes], capsys: pytest.CaptureFixture[str]
) -> None:
    simple, raw = tmp_path / "simple.ndjson", tmp_path / "raw.ndjson"
    strokes = own_drawings["house"]
    lines = [json.dumps({"drawing": [stroke.T.tolist() for stroke in strokes]}), "damaged"]
    simple.write_text("\n".join(lines))
    timed = [[*(2.5 * stroke.T + 40).tolist(), list(range(len(stroke)))] for stroke in strokes]
    raw.write_text(json.dumps({"drawing": timed}) + "\n")
    out = tmp_path / "out.npy"
    assert main(["reconstruct", "--model", model, str(simple), str(raw), "-o", str(out)]) == 0
    one, other = np.load(out)
    assert np.corrcoef(one.ravel(), other.ravel())[0, 1] > 0.95
    assert "line 2" in capsys.readouterr().err


def test_a_sheet_shows_drawings_above_what_became_of_them(model: str, tmp_path: Path) -> None:
    drawn = open_bundle(model).sample(3, seed=1)[0]
    np.save(tmp_path / "in.npy", drawn)
    out = tmp_path / "out.png"
    arguments = ["reconstruct", "--model", model, str(tmp_path / "in.npy"), "--scale", "1"]
    assert main([*arguments, "-o", str(out)]) == 0
    bundle = open_bundle(model)
    with Image.open(out) as sheet:
        shown = 1 - np.asarray(sheet, np.float32) / 255
        assert sheet.text["Redrawn from"] == "in.npy"
    np.testing.assert_allclose(shown[8:36, 8:36], drawn[0], atol=0.01)
    redrawn = bundle.decode(bundle.encode(drawn)[0])
    np.testing.assert_allclose(shown[36:64, 8:36], redrawn[0], atol=0.01)


def test_morph_goes_there_and_back(model: str, tmp_path: Path) -> None:
    out = tmp_path / "morph.gif"
    arguments = ["morph", "--model", model, "cat:7", "tree:8", "--frames", "9", "-o", str(out)]
    arguments += ["--temperature", "9"]
    assert main(arguments) == 0
    bundle = open_bundle(model)
    with Image.open(out) as film:
        assert film.n_frames == 16
        assert b"cat:7 to tree:8" in film.info["comment"]
        for frame, (category, seed) in ((0, ("cat", 7)), (8, ("tree", 8))):
            film.seek(frame)
            end = picture(bundle.sample(1, category, 9, seed)[0][0], 8)
            difference = np.asarray(film.convert("L"), int) - np.asarray(end, int)
            assert np.abs(difference).max() <= 9
    assert main([*arguments, "--once"]) == 0
    with Image.open(out) as film:
        assert film.n_frames == 9


def test_morph_strips_take_files_and_both_paths(model: str, tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", open_bundle(model).sample(1, "cat")[0])
    sheets = []
    for path in ("straight", "spherical"):
        out = tmp_path / f"{path}.png"
        arguments = ["morph", "--model", model, str(tmp_path / "a.npy"), "any:3", "dog:2"]
        assert main([*arguments, "--frames", "12", "--path", path, "-o", str(out)]) == 0
        with Image.open(out) as sheet:
            assert sheet.size == (10 * 224 + 11 * 8, 2 * 224 + 3 * 8)
            assert sheet.text["Morph"] == "a.npy to any:3 to dog:2"
            sheets.append(np.asarray(sheet))
    assert (sheets[0] != sheets[1]).any()


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
    before = sorted(tmp_path.iterdir())
    arguments, words = REFUSED[case]
    status = main([model if argument == "M" else argument for argument in arguments])
    error = capsys.readouterr().err
    assert status == 1
    assert error.count("\n") == 1
    assert error.startswith("aemodel: ")
    assert re.search(words, error), error
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "options", [["-n", "0"], ["-n", "x"], ["--seed", "-1"], ["--temperature", "nan"]]
)
def test_numbers_out_of_bounds_are_usage_errors(
    options: list[str], model: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["generate", "--model", model, *options, "-o", "a.png"])
    assert caught.value.code == 2
    assert options[0] in capsys.readouterr().err


def test_a_model_that_cannot_sample_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = str(write_toy(tmp_path / "plain", "ae"))
    assert main(["generate", "--model", model, "-o", str(tmp_path / "a.png")]) == 1
    assert "A vanilla autoencoder has no prior" in capsys.readouterr().err
    assert not (tmp_path / "a.png").exists()


def test_an_existing_file_is_replaced_and_a_failed_one_kept(model: str, tmp_path: Path) -> None:
    out = tmp_path / "a.npy"
    out.write_text("old")
    assert main(["generate", "--model", model, "--category", "cow", "-o", str(out)]) == 1
    assert out.read_text() == "old"
    assert main(["generate", "--model", model, "-n", "2", "-o", str(out)]) == 0
    assert len(np.load(out)) == 2


def test_info_says_what_a_model_is(model: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["info", model]) == 0
    card = capsys.readouterr().out
    assert "cat, dog, tree" in card
    assert "25% of the latents' variance" in card
    assert "Google, Inc." in card
    assert main(["info", model, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == open_bundle(model).manifest


HEAVY = ("tensorflow", "keras", "sklearn", "matplotlib", "scipy.stats", "jax", "torch")


@pytest.mark.parametrize("command", ["generate", "reconstruct", "morph"])
def test_no_command_loads_a_training_library(
    command: str, model: str, tmp_path: Path, own_drawings: dict[str, Strokes]
) -> None:
    from aemodel.data.raster import rasterize

    np.save(tmp_path / "a.npy", np.zeros((1, 28, 28), np.float32))
    image, strokes = tmp_path / "a.png", tmp_path / "a.ndjson"
    picture(rasterize(own_drawings["tree"]) / 255, 8).save(image)
    strokes.write_text('{"drawing": [[[0, 255], [0, 255]]]}\n')
    rest = {
        "generate": ["-n", "3", "-o", str(tmp_path / "o.png")],
        "reconstruct": [str(tmp_path / "a.npy"), str(image), str(strokes), "-o",
                        str(tmp_path / "o.png")],
        "morph": [str(image), "cat:3", "-o", str(tmp_path / "o.gif")],
    }[command]  # fmt: skip
    code = (
        "import sys, json; from aemodel.cli import main; "
        f"status = main({[command, '--model', model, *rest]!r}); "
        f"print(json.dumps([m for m in {HEAVY!r} if m in sys.modules])); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert json.loads(done.stdout.splitlines()[-1]) == []
