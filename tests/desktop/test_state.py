"""Values of the document: round trips through JSON, damage, observers."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aemodel.errors import DataError
from desktop.state import BLANK, Document, Doodle, State, Stroke
from desktop.state.ink import ink_from_lines
from desktop.state.mix import Direction, Term
from desktop.state.origin import Mixed, Morphed, Picked, Sampled
from desktop.state.plain import image_from_plain, image_to_plain


def doodle() -> Doodle:
    rng = np.random.default_rng(1)
    image = rng.random((28, 28), np.float32)
    ink = (
        Stroke(rng.random((5, 2), np.float32) * 200, rng.random(5, np.float32)),
        Stroke(rng.random((1, 2), np.float32) * 200),
    )
    return Doodle(
        Picked(0.25, -1.5, 3, True),
        ink=ink,
        traced=image,
        input=image.T.copy(),
        latent=rng.standard_normal(7).astype(np.float32),
        decoded=image,
        place=(0.25, -1.5),
        model="vae",
    )


def test_doodle_survives_json() -> None:
    one = doodle()
    two = Doodle.from_plain(json.loads(json.dumps(one.to_plain())))
    assert two.origin == one.origin
    assert (two.place, two.model) == (one.place, one.model)
    np.testing.assert_array_equal(two.latent, one.latent)
    np.testing.assert_allclose(two.decoded, one.decoded, atol=0.5 / 255 + 1e-6)
    np.testing.assert_allclose(two.traced, one.traced, atol=0.5 / 255 + 1e-6)
    assert two.ink is not None and one.ink is not None
    for mine, yours in zip(two.ink, one.ink, strict=True):
        np.testing.assert_allclose(mine.points, yours.points, atol=0.0051)
    np.testing.assert_allclose(two.ink[0].pressure, one.ink[0].pressure, atol=0.001)
    assert two.ink[1].pressure is None


def test_document_survives_json() -> None:
    document = Document()
    sketch = Doodle(Sampled(4, 0), latent=np.ones(3, np.float32), model="vae")
    document.update(
        current=doodle(),
        keyframes=(sketch, None),
        sketches=(sketch,),
        seed=77,
        collection=(Doodle(Mixed("A - B + C")), Doodle(Morphed(0.5), name="Tom")),
        categories=("cat", "dog"),
        count=24,
        temperature=0.7,
        terms=(Term(0.5, doodle()), Term(-2.0)),
        directions=(Direction("whiskers", "vae", np.arange(3, dtype=np.float32)),),
    )
    plain = json.loads(json.dumps(document.to_plain()))
    other = Document()
    other.update(**Document.from_plain(plain))
    assert other.to_plain() | {"model": ""} == plain | {"model": ""}


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=5), st.lists))
def test_anything_else_is_refused_with_a_sentence(value: object) -> None:
    with pytest.raises(DataError):
        Document.from_plain(value)


@given(
    st.sampled_from(["origin", "ink", "traced", "input", "latent", "decoded", "place", "model"]),
    st.sampled_from([1.5, "x", [], {}, [1], [[1, 2]], "AAAA", True, {"kind": "picked"}]),
)
def test_a_damaged_part_is_refused_or_harmless(part: str, value: object) -> None:
    plain = doodle().to_plain() | {part: value}
    try:
        read = Doodle.from_plain(plain)
    except DataError:
        return
    for image in (read.input, read.decoded, read.traced):
        assert image is None or image.shape == (28, 28)
    assert read.latent is None or np.isfinite(read.latent).all()


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_latents_that_are_not_finite_are_refused(bad: float) -> None:
    plain = doodle().to_plain()
    broken = Doodle(BLANK.origin, latent=np.array([1, bad], np.float32)).to_plain()
    with pytest.raises(DataError):
        Doodle.from_plain(plain | {"latent": broken["latent"]})


def test_image_levels() -> None:
    image = np.linspace(0, 1, 784, dtype=np.float32).reshape(28, 28)
    again = image_from_plain(image_to_plain(image))
    assert image_to_plain(again) == image_to_plain(image)


def test_ink_refuses_lines_of_unequal_length() -> None:
    with pytest.raises(DataError):
        ink_from_lines([[[1, 2], [1]]])


def test_observers_hear_of_their_fields_alone() -> None:
    document, heard = Document(), []
    forget = document.observe(lambda state: heard.append(state.seed), "seed")
    document.update(count=3)
    document.update(seed=5)
    document.update(seed=5)
    forget()
    document.update(seed=6)
    assert heard == [5]


def test_an_observer_may_update_and_every_one_ends_with_the_last_state() -> None:
    document = Document()
    last: list[State] = []
    document.observe(lambda state: document.update(count=state.seed), "seed")
    document.observe(last.append, "seed", "count")
    document.update(seed=9)
    assert last[-1].count == 9
    assert last[-1] is document.state


def test_unknown_fields_cannot_be_observed() -> None:
    with pytest.raises(ValueError, match="colour"):
        Document().observe(print, "colour")
