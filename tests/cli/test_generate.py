"""`aemodel generate` and `aemodel learn`: what they write, and how they refuse."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from toy_bundle import write_toy

from aemodel.bundle import open_bundle
from aemodel.bundle.few_shot import learn_category
from aemodel.cli import main
from aemodel.defaults import TEMPERATURE


def test_the_same_seed_gives_the_same_doodles(model: str, tmp_path: Path) -> None:
    for n, name in ((12, "many"), (5, "few")):
        out = str(tmp_path / f"{name}.npy")
        assert main(["generate", "--model", model, "-n", str(n), "--seed", "3", "-o", out]) == 0
    many, few = np.load(tmp_path / "many.npy"), np.load(tmp_path / "few.npy")
    assert many.shape == (12, 28, 28)
    assert many.dtype == np.float32
    np.testing.assert_allclose(many[:5], few, atol=1e-6)
    np.testing.assert_allclose(
        many, open_bundle(model).sample(12, None, TEMPERATURE, 3)[0], atol=1e-6
    )


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


def test_a_learnt_category_is_drawn_again(
    model: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn = open_bundle(model).sample(6, "dog", seed=2)[0]
    np.save(tmp_path / "shots.npy", drawn)
    learned, out = tmp_path / "rings.npz", tmp_path / "out.npy"
    shots = str(tmp_path / "shots.npy")
    arguments = ["learn", "--model", model, "my rings", shots, shots, "--limit", "3"]
    assert main([*arguments, "-o", str(learned)]) == 0
    assert "my rings, learnt from 6 doodles by full" in capsys.readouterr().out
    draw = ["generate", "--learned", str(learned), "--model", model, "-n", "4", "--seed", "5"]
    assert main([*draw, "--temperature", "0.5", "-o", str(out)]) == 0
    bundle = open_bundle(model)
    expected = learn_category(bundle, np.concatenate([drawn[:3], drawn[:3]]), "my rings")
    images, _ = expected.sample(bundle, 4, 0.5, 5)
    np.testing.assert_allclose(np.load(out), images, atol=1e-6)
    assert main([*draw, "-o", str(tmp_path / "folder")]) == 0
    first = tmp_path / "folder" / "my_rings-s5-0.png"
    with Image.open(first) as image:
        assert image.text["Category"] == "my rings"
        assert image.text["Learned from"] == "6 drawings of one's own"


def test_a_learnt_category_knows_the_shipped_model_that_it_is_of(tmp_path: Path) -> None:
    shots, learned, out = (tmp_path / name for name in ("a.npy", "a.npz", "out.npy"))
    np.save(shots, open_bundle("vae").sample(3)[0])
    assert main(["learn", "--model", "vae", "blob", str(shots), "-o", str(learned)]) == 0
    assert main(["generate", "--learned", str(learned), "-n", "2", "-o", str(out)]) == 0
    assert np.load(out).shape == (2, 28, 28)


def test_names_of_files_stay_in_their_folder(model: str, tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", open_bundle(model).sample(2)[0])
    learned, out = tmp_path / "a.npz", tmp_path / "out"
    arguments = ["learn", "--model", model, "../up/there", str(tmp_path / "a.npy")]
    assert main([*arguments, "-o", str(learned)]) == 0
    arguments = ["generate", "--model", model, "--learned", str(learned), "-n", "1"]
    assert main([*arguments, "-o", str(out)]) == 0
    assert [path.name for path in out.iterdir()] == ["_up_there-s0-0.png"]


def test_what_the_prior_draws_is_shown_where_nobody_is_to_choose(tmp_path: Path) -> None:
    drawn = []
    for options in ([], ["--unjudged"]):
        out = tmp_path / "cats.npy"
        asked = ["generate", "--model", "atlas", "--category", "cat", "-n", "3", *options]
        assert main([*asked, "-o", str(out)]) == 0
        drawn.append(np.load(out))
    model = open_bundle("atlas")
    expected, _ = model.sample(3, "cat", TEMPERATURE, 0, judged=False)
    assert model.candidates > 1
    np.testing.assert_allclose(drawn[1], expected, atol=1e-5)
    assert not np.allclose(drawn[0], drawn[1], atol=0.1)
