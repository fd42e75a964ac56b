"""Session files, recipes inside pictures, atomic writing: round trips, damage, limits."""

import json
import os
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aemodel.errors import DataError
from desktop.files import png, svg
from desktop.files.atomic import read_limited, write_atomically
from desktop.files.recipe import doodles_of_file, doodles_of_picture, parse_recipe, recipe_text
from desktop.files.session import parse_session, read_session, session_bytes, write_session
from desktop.state import Document, Doodle, State
from desktop.state.mix import Direction, Term, difference, recipe_of
from desktop.state.origin import Sampled

TINY = png._chunk  # a PNG made by hand: header, no pixels, end


def sampled(seed: int = 3) -> Doodle:
    rng = np.random.default_rng(seed)
    return Doodle(
        Sampled(seed, 1, "cat", 0.7),
        latent=rng.standard_normal(5).astype(np.float32),
        decoded=np.round(rng.random((28, 28)) * 255).astype(np.float32) / np.float32(255),
        model="vae",
        name="Käthe <3 & 猫",
    )


def tiny_png() -> bytes:
    header = TINY(b"IHDR", bytes(13))
    return png.SIGNATURE + header + TINY(b"IDAT", b"x") + TINY(b"IEND", b"")


def test_session_round_trip_through_a_file(tmp_path: Path) -> None:
    state = State(
        current=sampled(),
        collection=(sampled(4), sampled(5)),
        terms=(Term(0.5, sampled(6)), Term(-1.0)),
        directions=(Direction("ears", "vae", np.ones(5, np.float32)),),
        model="vae",
    )
    path = tmp_path / "mine.doodle"
    write_session(path, state)
    fields, model = read_session(path)
    document = Document()
    document.update(model=model, **fields)
    assert session_bytes(document.state) == path.read_bytes()
    assert model == "vae" and fields["collection"][0].name == "Käthe <3 & 猫"


@given(st.binary(max_size=60))
def test_bytes_that_are_no_session_are_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(DataError, match=r"\.$"):
        parse_session(data)


PLAIN = json.loads(session_bytes(State(current=sampled(), collection=(sampled(),))))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=5,
)


@given(st.sampled_from(sorted(PLAIN)), JSON)
def test_a_session_with_one_part_of_another_kind_is_refused_or_read(part: str, value: object):
    data = json.dumps(PLAIN | {part: value}).encode()
    try:
        fields, _ = parse_session(data)
    except DataError:
        return
    session_bytes(State(**fields))


@given(st.data())
def test_a_session_cut_short_or_with_a_flipped_bit_never_breaks(data: st.DataObject) -> None:
    whole = session_bytes(State(current=sampled()))
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(DataError):
        parse_session(whole[:cut])
    at, bit = data.draw(st.integers(0, len(whole) - 1)), data.draw(st.integers(0, 7))
    broken = bytearray(whole)
    broken[at] ^= 1 << bit
    try:
        parse_session(bytes(broken))
    except DataError as error:
        assert str(error).endswith(".")


def test_deep_nesting_and_newer_formats_are_refused() -> None:
    with pytest.raises(DataError):
        parse_session(b"[" * 200_000)
    newer = PLAIN | {"format": 99}
    with pytest.raises(DataError, match="newer"):
        parse_session(json.dumps(newer).encode())


def test_files_over_the_limit_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.doodle"
    with path.open("wb") as file:
        file.truncate(3 * 2**20)
    with pytest.raises(DataError, match="larger than 2 MiB"):
        read_limited(path, 2 * 2**20)
    with pytest.raises(DataError, match="could not be read"):
        read_limited(tmp_path / "none.doodle", 10)


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.doodle"
    write_atomically(path, b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DataError, match="No space left"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@given(st.text(st.characters(max_codepoint=255, exclude_characters="\0"), max_size=50))
def test_texts_survive_in_png(text: str) -> None:
    marked = png.with_text(tiny_png(), "Doodlescape", text)
    assert png.text_of(marked, "Doodlescape") == text
    assert png.text_of(marked, "Other") is None
    assert [kind for kind, _ in png._chunks(marked)] == [b"IHDR", b"tEXt", b"IDAT", b"IEND"]


@given(st.binary(max_size=80))
def test_any_bytes_as_png_or_svg_carry_nothing(data: bytes) -> None:
    assert png.text_of(data, "Doodlescape") is None
    assert png.text_of(png.SIGNATURE + data, "Doodlescape") is None
    assert doodles_of_picture(data) == ()


def test_a_damaged_chunk_is_not_believed() -> None:
    marked = bytearray(png.with_text(tiny_png(), "Doodlescape", recipe_text([sampled()])))
    marked[60] ^= 1
    assert png.text_of(bytes(marked), "Doodlescape") is None


def test_a_recipe_brings_the_doodle_back() -> None:
    for data in (
        png.with_text(tiny_png(), "Doodlescape", recipe_text([sampled()])),
        svg.sheet_svg(
            [sampled().decoded], 1, 100, "#000000", "", recipe_text([sampled()])
        ).encode(),
    ):
        (again,) = doodles_of_picture(data)
        assert again.origin == sampled().origin
        assert (again.model, again.name) == ("vae", "Käthe <3 & 猫")
        np.testing.assert_array_equal(again.latent, sampled().latent)
        np.testing.assert_array_equal(again.decoded, sampled().decoded)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"kind": "doodlescape-recipe", "format": 9}'])
def test_damaged_recipes_are_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(DataError, match=r"\.$"):
        parse_recipe(text)


def test_other_files_are_not_even_read(tmp_path: Path) -> None:
    assert doodles_of_file(tmp_path / "missing.jpg") == ()


def test_svg_has_a_shape_for_each_doodle_and_refuses_entities() -> None:
    ring = np.zeros((28, 28), np.float32)
    ring[8:20, 8:20] = 1
    ring[12:16, 12:16] = 0
    text = svg.sheet_svg([ring, ring * 0, ring], 2, 56, "#112233", "#ffffff", "a<b&c")
    root = ElementTree.fromstring(text)
    space = "{http://www.w3.org/2000/svg}"
    groups = root.findall(f"{space}g")
    assert [len(group.findall(f"{space}path")) for group in groups] == [1, 0, 1]
    assert groups[2].get("transform") == "translate(0 56) scale(2)"
    assert root.get("viewBox") == "0 0 112 112"
    solid = groups[0].findall(f"{space}path")[-1]
    assert solid.get("d", "").count("M") == 2 and solid.get("fill-rule") == "evenodd"
    assert svg.text_of(text.encode()) == "a<b&c"
    bomb = f'<!DOCTYPE x [<!ENTITY a "aa">]><x xmlns="{svg.NAMESPACE}">&a;</x>'
    assert svg.text_of(bomb.encode()) is None


def test_recipes_of_mixes_in_words() -> None:
    one = sampled()
    assert recipe_of((Term(1.0, one), Term(-1.0, one), Term(0.5, one))) == "A - B + 0.5 C"
    assert recipe_of((Term(-2.0, one), Term(1.0), Term(0.0, one), Term(1.0, one))) == "-2 A + D"
    assert recipe_of((Term(1.0),)) == ""


def test_a_direction_is_the_difference_of_means() -> None:
    one, two, three = sampled(1), sampled(2), sampled(3)
    direction = difference("ears", (one, two), (three,), "vae")
    expected = (one.latent + two.latent) / 2 - three.latent
    np.testing.assert_allclose(direction.vector, expected, rtol=1e-6)
    with pytest.raises(DataError, match="at least one"):
        difference("ears", (one,), (), "vae")
