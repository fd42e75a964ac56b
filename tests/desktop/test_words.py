"""How doodles are spoken of, in both languages."""

import pytest

from desktop.language import use_language
from desktop.state.doodle import Doodle
from desktop.state.origin import Sampled
from desktop.views.words import origin_words


@pytest.fixture(autouse=True)
def english_again(qapp):
    yield
    use_language("en")


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
