"""How doodles are spoken of, in both languages."""

import pytest

from desktop.language import use_language
from desktop.state.doodle import Doodle
from desktop.state.origin import Drawn, Example, Opened, Sampled, Varied
from desktop.views.words import caption_words, distinct_captions, number_words, origin_words


@pytest.fixture(autouse=True)
def english_again(qapp):
    yield
    use_language("en")


@pytest.mark.parametrize(
    ("value", "signed", "words"),
    [(-0.04, False, "0.0"), (-0.06, False, "−0.1"), (2.0, True, "+2.0"), (-1.25, True, "−1.2")],
)
def test_numbers_have_a_true_minus_but_not_before_zero(value, signed, words) -> None:
    assert number_words(value, signed=signed) == words


@pytest.mark.parametrize(
    ("language", "origin", "words"),
    [
        ("en", Sampled(5, 3, "cat"), "Cat 4 of seed 5"),
        ("en", Sampled(5, 3, "alarm clock"), "Alarm clock 4 of seed 5"),
        ("en", Sampled(5, 3), "Sketch 4 of seed 5"),
        ("zh_CN", Sampled(5, 3, "cat"), "种子 5 的第 4 幅猫"),
        ("zh_CN", Sampled(5, 3), "种子 5 的第 4 幅草图"),
    ],
)
def test_a_sketch_is_named_by_its_category(language: str, origin: Sampled, words: str) -> None:
    use_language(language)
    assert origin_words(Doodle(origin)) == words


def test_sketches_of_any_category_are_told_apart_in_little_room() -> None:
    captions = [caption_words(Doodle(Sampled(5, index))) for index in range(6)]
    assert captions[3] == "sketch 4" and len(set(captions)) == 6
    assert caption_words(Doodle(Sampled(5, 3, "cat"))) == "cat 4"


def test_nobody_has_drawn_an_example() -> None:
    assert origin_words(Doodle(Example("cat"))) == "Example: cat"
    assert caption_words(Doodle(Example("cat"))) == "cat"


def test_what_would_read_alike_on_the_shelf_is_numbered() -> None:
    drawn, named = Doodle(Drawn()), Doodle(Drawn(), name="Tom")
    files = [Doodle(Opened(f"scan {number}.png")) for number in (1, 2)]
    doodles = [drawn, named, Doodle(Sampled(5, 3, "cat")), *files, drawn, named]
    doodles += [Doodle(Sampled(6, 3, "cat")), Doodle(Varied(1, 2, 8, 0.5))]
    captions = ["drawn", "Tom", "cat 4", "scan 1", "scan 2", "drawn (2)", "Tom", "cat 4 (2)"]
    assert distinct_captions(doodles) == [*captions, "variation 3"]
