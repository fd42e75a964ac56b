"""Errors in the language of the window: every sentence is known, and keeps its values."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from aemodel.bundle.checks import InvalidInput, as_rows
from aemodel.bundle.runtime import open_bundle
from aemodel.data import picture
from aemodel.errors import BundleError, DataError
from desktop.language import use_language
from desktop.models import NONE_INSTALLED
from desktop.problems import (
    PHRASES,
    TEMPLATES,
    problem_words,
    sentence_words,
    surprise_words,
    template_of,
)
from desktop.translations.catalogue import PACKAGE
from desktop.views.names import REASONS, title_words
from desktop.window import MainWindow

KINDS = {"DoodlescapeError", "DataError", "BundleError", "InvalidInput"}
# A value that a template could be confused by, were it not taken as it is.
VALUE = "a {b} (c); d.e"
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(autouse=True)
def english_again(qapp) -> Iterator[None]:
    use_language("en")
    yield
    use_language("en")


@pytest.fixture
def chinese(english_again) -> None:
    use_language("zh_CN")


def sources() -> Iterator[tuple[Path, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name not in ("smoke.py", "theme.py"):
            parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
            yield path, ".".join(parts).removesuffix(".__init__")
    yield Path(picture.__file__), picture.__name__


def sentence_of(node: ast.expr, module: ModuleType) -> str | None:
    """What the error says, VALUE in each place; None for a sentence passed on from elsewhere."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else VALUE for part in node.values)
        return "".join(str(part) for part in parts)
    if isinstance(node, ast.Name):
        return str(getattr(module, node.id))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        assert node.func.attr == "format", ast.unparse(node)
        return re.sub(r"{\w*}", lambda _: VALUE, sentence_of(node.func.value, module) or "")
    assert ast.unparse(node) == "cleaned.problem", ast.unparse(node)
    return None


def raised() -> Iterator[tuple[str, str]]:
    """Where a sentence is raised, and the sentence."""
    for path, name in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Raise) or not isinstance(node.exc, ast.Call):
                continue
            if getattr(node.exc.func, "id", "") in KINDS:
                sentence = sentence_of(node.exc.args[0], importlib.import_module(name))
                if sentence is not None:
                    yield f"{name}:{node.lineno}", sentence


def test_every_sentence_that_is_raised_can_be_translated() -> None:
    found = dict(raised())
    assert len(found) > 60
    unknown = {place: text for place, text in found.items() if template_of(text) is None}
    assert not unknown, "add a template to desktop/problems.py"


def test_english_is_left_as_it_is() -> None:
    for place, text in raised():
        assert problem_words(DataError(text)) == text, place
    shape = "decoder.tflite: image has the shape (1,) instead of (28, 28)."
    for error in (BundleError(shape), InvalidInput(shape), OSError("odd"), DataError("Odd {x}.")):
        assert problem_words(error) == str(error)


def test_every_template_comes_out_in_chinese_with_its_values(chinese) -> None:
    for template in TEMPLATES:
        places = re.findall(r"{\w+}", template)
        values = {place: f"v{number}" for number, place in enumerate(places)}
        sentence = re.sub(r"{\w+}", lambda place, values=values: values[place[0]], template)
        assert template_of(sentence) == (template, {k[1:-1]: v for k, v in values.items()})
        words = problem_words(DataError(sentence))
        assert HAN.search(words) and "{" not in words, template
        assert all(value in words for value in values.values()), template


def test_no_value_is_taken_for_anything_else(chinese) -> None:
    name = "{reason} {0} {} is damaged and cannot be opened; try another copy of it. [x]+\n.png"
    words = problem_words(DataError(f"There is no picture {name}."))
    assert words == f"找不到图片 {name}。"
    words = problem_words(DataError(f"{name} could not be read (No such); check where it is."))
    assert words == f"无法读取 {name}（No such）；请确认它在哪里。"
    words = problem_words(DataError("The picture is empty; copy it again..png has odd {words}."))
    assert words == "The picture is empty; copy it again..png has odd {words}."


def test_words_of_the_system_are_translated_within_a_sentence(chinese) -> None:
    text = "a.png could not be written (Permission denied); try another place."
    assert problem_words(DataError(text)) == "无法写入 a.png（没有权限）；请换个位置。"
    text = "The picture is not a picture that can be read; use PNG or JPEG."
    assert sentence_words(text) == "这张图片不是可读取的图片；请使用 PNG 或 JPEG。"
    assert all(HAN.search(words) for words in map(surprise_words, map(OSError, REASONS[:1])))
    assert len(set(PHRASES)) == len(PHRASES)


def test_the_rest_of_a_damaged_model_is_said_with_the_detail(chinese) -> None:
    detail = "map.npz: images must lie between 0 and 1."
    assert problem_words(BundleError(detail)) == f"模型已损坏：{detail}"
    refused = problem_words(InvalidInput("The seed must be a number, not {x}."))
    assert "损坏" not in refused and "The seed must be a number, not {x}。" in refused
    assert problem_words(DataError("A sentence of its own.")) == "A sentence of its own."
    assert problem_words(KeyError("odd")) == "出了点问题：'odd'。你的画还在。"
    assert "ValueError" in problem_words(ValueError())


def test_what_a_model_cannot_do_is_said_as_elsewhere(chinese) -> None:
    for reason in REASONS:
        words = problem_words(BundleError(reason))
        assert HAN.search(words) and "损坏" not in words


def test_models_that_do_not_open_say_why_in_chinese(chinese, tmp_path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "odd.zip").write_bytes(b"odd")
    (tmp_path / "newer").mkdir()
    (tmp_path / "newer" / "model.json").write_text('{"schema": 999}', encoding="utf-8")
    for model in ("atlass", "no such", *sorted(tmp_path.iterdir())):
        with pytest.raises(BundleError) as caught:
            open_bundle(model)
        words = problem_words(caught.value)
        assert HAN.search(words) and "损坏" not in words, words
        assert template_of(str(caught.value)), str(caught.value)
    with pytest.raises(InvalidInput) as refused:
        as_rows([[1.0, float("nan")]], 2, "latents")
    assert problem_words(refused.value).startswith("潜在向量中有")


def test_the_window_says_in_chinese_what_is_wrong(open_window, settings, qtbot, tmp_path) -> None:
    settings.change(language="zh_CN")
    window: MainWindow = open_window()
    document = window.editor.document
    (tmp_path / "broken.zip").write_bytes(b"broken")
    window.open_model(tmp_path / "broken.zip")
    qtbot.waitUntil(lambda: bool(document.state.notice), timeout=10_000)
    assert document.state.notice.endswith("不是模型：既不是文件夹，也不是完整的 zip 文件。")
    (tmp_path / "mine.doodle").write_bytes(b"{")
    window.session.open(tmp_path / "mine.doodle")
    qtbot.waitUntil(lambda: "mine.doodle 已损坏" in document.state.notice, timeout=10_000)


def test_a_wrong_model_asked_for_at_start_is_said_in_chinese(open_window, settings, qtbot) -> None:
    settings.change(language="zh_CN")
    window: MainWindow = open_window("no-such-model", wait=False)
    document = window.editor.document
    qtbot.waitUntil(lambda: bool(document.state.problem), timeout=10_000)
    assert document.state.problem.startswith("找不到模型 'no-such-model'；")


def test_titles_of_the_models_that_come_along(chinese) -> None:
    titles = [title_words(title) for title in ("Autoencoder", "Atlas", "My own model {x}")]
    assert titles == ["自编码器", "图谱", "My own model {x}"]
    assert HAN.search(sentence_words(NONE_INSTALLED))
