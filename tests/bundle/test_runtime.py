"""The runtime's contract: shapes, determinism, capabilities, threads, bad input."""

import threading
from pathlib import Path

import numpy as np
import pytest
from toy_bundle import CATEGORIES, LATENT, basis, write_toy

from aemodel.bundle import Bundle, list_bundles, open_bundle, runtime
from aemodel.bundle.runtime import CAPABILITIES
from aemodel.errors import BundleError

Toys = dict[str, Bundle]


def test_says_what_it_is(toys: Toys) -> None:
    model = toys["vae"]
    assert (model.name, model.title, model.kind) == ("vae", "Toy (vae)", "vae")
    assert model.categories == CATEGORIES
    assert model.latent_size == LATENT
    assert "CC BY 4.0" in model.manifest["data"]["credit"]
    assert "Google, Inc." in model.manifest["data"]["credit"]


def test_encode_is_the_graph(toys: Toys, drawings: np.ndarray) -> None:
    mean, log_var = toys["vae"].encode(drawings)
    assert mean.dtype == np.float32
    np.testing.assert_allclose(mean, drawings.reshape(-1, 784) @ basis().T, atol=1e-4)
    np.testing.assert_allclose(log_var, np.full((10, LATENT), -2.0))


def test_a_deterministic_encoder_has_no_log_variance(toys: Toys, drawings: np.ndarray) -> None:
    mean, log_var = toys["ae"].encode(drawings)
    assert mean.shape == (10, LATENT)
    assert log_var is None


def test_decode_resembles_what_was_encoded(toys: Toys, drawings: np.ndarray) -> None:
    images = toys["vae"].decode(toys["vae"].encode(drawings)[0])
    assert images.shape == drawings.shape
    assert images.dtype == np.float32
    assert images.min() >= 0
    assert images.max() <= 1
    likeness = np.corrcoef(images.reshape(10, -1), drawings.reshape(10, -1))[:10, 10:]
    assert (likeness.argmax(axis=1) == np.arange(10)).all()


@pytest.mark.parametrize("n", [0, 1, 2, 3, 4, 5, 16, 19, 63, 64, 65, 150])
def test_any_batch_size_gives_the_same_rows(toys: Toys, n: int) -> None:
    latents = np.random.default_rng(n).normal(size=(n, LATENT)).astype(np.float32)
    together = toys["vae"].decode(latents)
    assert together.shape == (n, 28, 28)
    one_by_one = [toys["vae"].decode(row[None])[0] for row in latents]
    if n:
        np.testing.assert_allclose(together, one_by_one, atol=1e-6)
    assert toys["vae"].encode(together)[0].shape == (n, LATENT)
    assert toys["vae"].map.encode(latents).shape == (n, 2)


def test_few_interpreters_serve_all_batch_sizes(toys: Toys) -> None:
    for n in range(100):
        toys["full"].classify(np.zeros((n, LATENT), np.float32))
    assert len(toys["full"]._head._batches) <= 4


def test_uint8_images_are_grey_levels(toys: Toys, drawings: np.ndarray) -> None:
    levels = np.round(255 * drawings).astype(np.uint8)
    np.testing.assert_allclose(
        toys["vae"].encode(levels)[0], toys["vae"].encode(levels / 255)[0], atol=1e-5
    )


@pytest.mark.parametrize(
    ("images", "words"),
    [
        (np.zeros((28, 28), np.float32), r"\(n, 28, 28\).*image\[None\]"),
        (np.zeros((1, 28, 28, 1), np.float32), r"shape \(n, 28, 28\)"),
        (np.zeros((2, 27, 28), np.float32), "shape"),
        (np.full((1, 28, 28), np.nan), "not finite"),
        (np.full((1, 28, 28), np.inf), "not finite"),
        (np.full((1, 28, 28), 255.0), "divide grey levels by 255"),
        (np.full((1, 28, 28), -0.1), r"lie in \[0, 1\]"),
        (np.zeros((1, 28, 28), np.int64), "not int64"),
        (np.zeros((1, 28, 28), bool), "bool"),
        (np.zeros((1, 28, 28), complex), "complex"),
        ([[1, 2], [3]], "rectangular"),
        ("cat", "real numbers"),
    ],
)
def test_bad_images_are_refused_in_words(toys: Toys, images: object, words: str) -> None:
    with pytest.raises(BundleError, match=words) as caught:
        toys["vae"].encode(images)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    ("latents", "words"),
    [
        (np.zeros(LATENT), "shape"),
        (np.zeros((1, LATENT + 1)), f"{LATENT}"),
        (np.full((1, LATENT), np.nan), "not finite"),
        (np.full((1, LATENT), 1e300), "not finite"),
    ],
)
def test_bad_latents_are_refused_in_words(toys: Toys, latents: object, words: str) -> None:
    model = toys["full"]
    for call in (model.decode, model.classify, model.typicality, model.map.encode):
        with pytest.raises(BundleError, match=words):
            call(latents)


def test_inputs_stay_as_they_were(toys: Toys, drawings: np.ndarray) -> None:
    before = drawings.copy()
    toys["vae"].encode(drawings[:, ::-1])
    toys["vae"].encode(np.asfortranarray(drawings))
    np.testing.assert_array_equal(drawings, before)


@pytest.mark.parametrize("kind", ["vae", "full"])
def test_samples_depend_on_seed_and_index_alone(toys: Toys, kind: str) -> None:
    images, latents = toys[kind].sample(20, seed=7)
    few_images, few = toys[kind].sample(5, seed=7)
    np.testing.assert_array_equal(latents[:5], few)
    np.testing.assert_allclose(images[:5], few_images, atol=1e-6)
    assert len(np.unique(latents[:, 0])) == 20
    assert not np.array_equal(toys[kind].sample(5, seed=8)[1], few)
    np.testing.assert_array_equal(images, toys[kind].decode(latents))


@pytest.mark.parametrize("kind", ["vae", "full"])
@pytest.mark.parametrize("category", [None, "dog"])
def test_samples_go_on_where_others_ended(toys: Toys, kind: str, category: str | None) -> None:
    model = toys[kind]
    if category and "sample_category" in model.missing:
        pytest.skip("its prior knows no categories")
    images, latents = model.sample(10, category, seed=7)
    later_images, later = model.sample(6, category, seed=7, first=4)
    np.testing.assert_array_equal(later, latents[4:])
    np.testing.assert_allclose(later_images, images[4:], atol=1e-6)
    assert not np.array_equal(later, latents[:6])


def test_neighbouring_seeds_share_no_sample(toys: Toys) -> None:
    all_latents = np.concatenate([toys["vae"].sample(10, seed=s)[1] for s in range(20)])
    assert len(np.unique(all_latents[:, 0])) == 200


def test_temperature_scales_the_noise(toys: Toys) -> None:
    whole = toys["vae"].sample(4, seed=1)[1]
    np.testing.assert_allclose(toys["vae"].sample(4, temperature=0.5, seed=1)[1], whole / 2)
    assert not toys["vae"].sample(4, temperature=0, seed=1)[1].any()


def test_normal_samples_have_the_moments_of_the_prior(toys: Toys) -> None:
    latents = toys["vae"].sample(2000, seed=0)[1]
    count = latents.size
    assert abs(latents.mean()) < 4 / np.sqrt(count)
    assert abs(latents.var() - 1) < 4 * np.sqrt(2 / count)


def test_samples_of_a_category_come_from_it(toys: Toys) -> None:
    model = toys["full"]
    for index, category in enumerate(model.categories):
        _, latents = model.sample(30, category=category, seed=3)
        assert (model.classify(latents).argmax(axis=1) == index).all()
    seen = model.classify(model.sample(90, seed=3)[1]).argmax(axis=1)
    assert (np.bincount(seen, minlength=3) > 15).all()


def test_typicality_orders_latents(toys: Toys) -> None:
    model = toys["full"]
    near = model.sample(1, category="dog", temperature=0)[1]
    scores = model.typicality(np.concatenate([near, near + 1, near + 50]))
    assert 100 >= scores[0] > scores[1] >= scores[2] == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"n": -1}, "at least 0"),
        ({"n": 2.5}, "whole number"),
        ({"n": True}, "whole number"),
        ({"n": 1, "seed": -1}, "seed"),
        ({"n": 1, "seed": None}, "seed"),
        ({"n": 1, "first": -1}, "first sample"),
        ({"n": 1, "temperature": -1}, "temperature"),
        ({"n": 1, "temperature": float("nan")}, "temperature"),
        ({"n": 1, "temperature": "hot"}, "temperature"),
        ({"n": 1, "category": "dgo"}, "did you mean 'dog'"),
        ({"n": 1, "category": "aeroplane"}, "it knows cat, dog, tree"),
    ],
)
def test_bad_requests_are_refused_in_words(toys: Toys, arguments: dict, words: str) -> None:
    with pytest.raises(BundleError, match=words):
        toys["full"].sample(**arguments)


def test_what_a_model_lacks_it_says(toys: Toys) -> None:
    assert set(toys["full"].missing) == {"model_path", "clean"}
    lacking = {"sample_category", "classify", "typicality", "model_path", "clean"}
    assert set(toys["vae"].missing) == lacking
    no_prior = {"sample", "variations", "complete"}
    assert set(toys["ae"].missing) == lacking | no_prior
    assert len({toys["ae"].missing[capability] for capability in no_prior}) == 1
    assert toys["ae"].missing["sample"] == (
        "A vanilla autoencoder has no prior, so nothing says where in its latent space doodles "
        "are; it cannot sample."
    )
    for model in toys.values():
        assert set(model.missing) <= set(CAPABILITIES)
        assert all(reason.endswith(".") for reason in model.missing.values())


def test_calling_what_is_missing_gives_the_reason(toys: Toys) -> None:
    model, latents = toys["ae"], np.zeros((1, LATENT))
    for capability, call in (
        ("sample", lambda: model.sample(1)),
        ("classify", lambda: model.classify(latents)),
        ("typicality", lambda: model.typicality(latents)),
        ("model_path", lambda: model.path(np.zeros((2, LATENT)), "model")),
    ):
        with pytest.raises(BundleError) as caught:
            call()
        assert str(caught.value) == model.missing[capability]
    with pytest.raises(BundleError, match="does not know categories"):
        toys["vae"].sample(1, category="cat")


def test_without_a_flow_the_best_path_is_straight(toys: Toys) -> None:
    path = toys["full"].path(np.stack([np.zeros(LATENT), np.ones(LATENT)]))
    assert path.kind == "straight"
    np.testing.assert_allclose(path([0.25]), np.full((1, LATENT), 0.25))
    with pytest.raises(BundleError, match="latents"):
        toys["full"].path(np.zeros((2, LATENT + 1)))


def test_many_threads_get_what_one_gets(toys: Toys) -> None:
    model = toys["vae"]
    latents = np.random.default_rng(0).normal(size=(8, 23, LATENT)).astype(np.float32)
    expected = [model.decode(rows) for rows in latents]
    failures: list[str] = []

    def work(turn: int) -> None:
        for i in range(40):
            which = (turn + i) % 8
            if not np.array_equal(model.decode(latents[which]), expected[which]):
                failures.append(f"thread {turn}, turn {i}")

    threads = [threading.Thread(target=work, args=(turn,)) for turn in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_shipped_models_are_found_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_toy(tmp_path / "models" / "tulip")
    write_toy(tmp_path / "models" / "aster")
    (tmp_path / "models" / "not-a-model").mkdir()
    monkeypatch.setattr(runtime, "assets_dir", lambda: tmp_path)
    assert [path.name for path in list_bundles()] == ["aster", "tulip"]
    assert open_bundle("tulip").name == "tulip"
    with pytest.raises(BundleError, match="did you mean 'tulip'"):
        open_bundle("tulp")
    with pytest.raises(BundleError, match="shipped models: aster, tulip"):
        open_bundle("cat/and/dog")


def test_no_folder_of_models_means_no_models(tmp_path: Path) -> None:
    assert list_bundles(tmp_path / "absent") == []
