"""Errors in the language of the window: every sentence is known, and keeps its values."""

import errno
import logging
import re
from collections.abc import Iterator
from functools import partial

import pytest
from PIL import Image
from PySide6.QtGui import QPainter
from raised import VALUE, Program, Raised, window_sources
from toy_bundle import swap_file, write_toy

from aemodel.bundle.checks import InvalidInput, as_rows
from aemodel.bundle.runtime import open_bundle
from aemodel.data.picture import read_picture
from aemodel.errors import BundleError, DataError, DoodlescapeError, Unable
from desktop.files.atomic import write_atomically
from desktop.language import use_language
from desktop.models import NONE_INSTALLED
from desktop.problems import problem_words, sentence_words, surprise_words
from desktop.problems.models import DEFECTS
from desktop.problems.system import WORDS, system_words
from desktop.problems.words import FRAMES, PHRASES, TEMPLATES, template_of
from desktop.views.names import REASONS, title_words
from desktop.window import MainWindow

ALL = (*TEMPLATES, *(template for group in FRAMES.values() for template in group))
HAN = re.compile(r"[\u4e00-\u9fff]")
# Sentences that were made elsewhere, of the errors listed there.
PASSED_ON = {
    "cleaned.problem": "the sentence of an error caught by `clean_up`",
    "self.missing[capability]": "the model's own reason: translated where it is one of ours",
    "problems": "several errors, each shown by itself",
}
# Formats and other names that are the same in Chinese; what is in quotes is a key or a name.
SAME = re.compile(
    r"zip|JSON|LiteRT|SHA-256|sha256|PNG|JPEG|GIF|BMP|WebP|SVG|MB|MiB|NaN|uint8|float32|image\[None\]|logits|"
    r"Doodlescape|store|deflate|assets/models|--model|\.doodle|[\w.]+\.(json|npz|tflite)|'[\w.]+'"
)


@pytest.fixture(autouse=True)
def english_again(qapp) -> Iterator[None]:
    use_language("en")
    yield
    use_language("en")


@pytest.fixture
def chinese(english_again) -> None:
    use_language("zh_CN")


@pytest.fixture(scope="module")
def raised() -> list[Raised]:
    return list(Program(window_sources()).raised())


def unknown(errors: list[Raised]) -> list[str]:
    """Sentences without a template, with their places."""
    return [
        f"{error.place}: {sentence}"
        for error in errors
        if error.code not in PASSED_ON
        for sentence in error.sentences
        if template_of(sentence) is None and sentence not in REASONS
    ]


def caused(sentence: str, cause: BaseException, kind: type[Exception] = DataError) -> Exception:
    error = kind(sentence)
    error.__cause__ = cause
    return error


def test_every_sentence_that_is_raised_can_be_translated(raised) -> None:
    assert len(raised) > 150 and len({error.kind for error in raised}) >= 4
    assert not unknown(raised), "add a template to desktop/problems"
    passed_on = {error.code for error in raised if VALUE in error.sentences}
    assert passed_on == set(PASSED_ON)


@pytest.mark.parametrize(
    "code",
    [
        'raise DataError("This is new.")',
        'def f(x):\n    raise errors.BundleError(f"{x} is new.") from None',
        'NEW = "This {x} is new."\nproblem = Mine(NEW.format(x=1))',
        'def f(x):\n    raise Odd("That is new." if x else "A category needs a name.")',
    ],
)
def test_a_new_sentence_is_found_wherever_it_is_made(code: str) -> None:
    classes = (
        "from aemodel import errors\nfrom aemodel.errors import DataError, BundleError as Odd\n"
        "class Mine(errors.DoodlescapeError): pass\n"
    )
    sources = window_sources()
    few = {name: sources[name] for name in ("aemodel.errors", "desktop.taking")}
    found = unknown(list(Program(few | {"desktop.new": classes + code}).raised()))
    assert len(found) == 1 and found[0].startswith("desktop.new:") and "is new." in found[0]


def test_what_the_window_imports_is_read_whole() -> None:
    sources = window_sources()
    assert {"aemodel.bundle.flow", "aemodel.data.picture", "desktop.models"} <= set(sources)
    assert not [name for name in sources if ".cli" in name or ".training" in name]


def test_no_template_is_left_over(raised) -> None:
    said = {sentence for error in raised for sentence in error.sentences}
    used = {origin[0] for origin in map(template_of, said) if origin}
    assert set(ALL) == used and len(ALL) == len(set(ALL))


def test_the_reason_of_the_system_comes_with_its_error(raised) -> None:
    """Its words are taken from there: what the system says may be in any language."""
    for error in raised:
        templates = {origin[0] for origin in map(template_of, error.sentences) if origin}
        assert error.has_cause or not [one for one in templates if "{reason}" in one], error.place


def test_english_is_left_as_it_is_but_for_details_and_frames(raised) -> None:
    standing = {*TEMPLATES} - {one for one in TEMPLATES if "{detail}" in one or "{reason}" in one}
    for sentence in {sentence for error in raised for sentence in error.sentences}:
        origin = template_of(sentence)
        if origin and origin[0] in standing:
            assert problem_words(DataError(sentence)) == sentence
    error = BundleError("map.npz: 'density' must lie between 0 and 1.")
    assert problem_words(error) == (
        "This model cannot be used, so get it again or choose another "
        "(map.npz: 'density' must lie between 0 and 1)."
    )
    error = InvalidInput("The latents must have the shape (n, 3), not (4,).")
    assert problem_words(error) == (
        "That could not be done (The latents must have the shape (n, 3), not (4,)); "
        "your drawing is still there."
    )


def test_nothing_english_is_left_in_any_sentence(raised, chinese) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    for error in raised:
        for sentence in error.sentences if error.code not in PASSED_ON else ():
            words = problem_words(caused(sentence, full))
            rest = SAME.sub("", words.replace(repr(VALUE), "").replace(VALUE, ""))
            assert HAN.search(words) and not re.search(r"[A-Za-z]{2,}", rest), words


def test_every_template_comes_out_in_chinese_with_its_values(chinese) -> None:
    for template in ALL:
        places = re.findall(r"{\w+}", template)
        values = {place: f"v{number}" for number, place in enumerate(places)}
        sentence = re.sub(r"{\w+}", lambda place, values=values: values[place[0]], template)
        assert template_of(sentence) == (template, {k[1:-1]: v for k, v in values.items()})
        words = problem_words(DataError(sentence))
        assert HAN.search(words) and "{" not in words, template
        for place, value in values.items():
            assert (value in words) == (place not in ("{reason}", "{detail}")), template


def test_no_value_is_taken_for_anything_else(chinese) -> None:
    name = "{reason} {0} {} is damaged and cannot be opened; try another copy of it. [x]+\n.png"
    words = problem_words(DataError(f"There is no picture {name}; check where it is."))
    assert words == f"找不到图片 {name}；请确认它在哪里。"
    words = sentence_words("The picture is empty; copy it again..png has odd {words}.")
    assert words == "The picture is empty; copy it again..png has odd {words}."


def test_the_system_is_quoted_in_the_words_of_the_window(chinese) -> None:
    said = "a.png could not be written (Kein Speicherplatz); try another place."
    for number, words in (
        (errno.ENOSPC, "磁盘已满"),
        (errno.EACCES, "没有权限"),
        (999, "系统错误 999"),
    ):
        error = caused(said, OSError(number, "Kein Speicherplatz"))
        assert problem_words(error) == f"无法写入 a.png（{words}）；请换个位置。"
    assert problem_words(DataError(said)) == "无法写入 a.png（系统拒绝了操作）；请换个位置。"
    assert problem_words(PermissionError(13, "x")) == "文件读写失败（没有权限）；请换个位置再试。"
    busy = PermissionError(13, "x")
    busy.winerror = 32
    assert system_words(busy) == "正被另一个程序使用"
    for code in WORDS:
        number = getattr(errno, code, None)
        if number is not None:
            assert HAN.search(system_words(OSError(number, "x")))
    use_language("en")
    error = caused(said, OSError(errno.EISDIR, "x"))
    assert problem_words(error) == "a.png could not be written (it is a folder); try another place."


def test_what_a_library_says_goes_to_the_log_alone(chinese, caplog) -> None:
    said = "The picture cannot be read (image file is truncated); save it again as PNG."
    with caplog.at_level(logging.WARNING):
        assert problem_words(DataError(said)) == "无法读取这张图片；请另存为 PNG 再试。"
        use_language("en")
        words = problem_words(DataError(said))
    assert words == "The picture cannot be read; save it again as PNG."
    assert caplog.messages == [said, said]


def test_words_of_the_program_are_translated_within_a_sentence(chinese) -> None:
    text = "The picture is not a picture that can be read; save it as PNG or JPEG."
    assert sentence_words(text) == "这张图片不是可读取的图片；请另存为 PNG 或 JPEG。"
    text = "The model atlas does not know 'alarm clock'; it knows cat, zebra."
    assert sentence_words(text) == "模型“图谱”不认识“闹钟”；它认识猫、zebra。"
    assert len(set(PHRASES)) == len(PHRASES)


def test_a_damaged_model_is_not_confused_with_a_sound_one(chinese) -> None:
    shape = "decoder.tflite: 'image' has the shape (1,) instead of (28, 28)."
    words = problem_words(BundleError(shape))
    assert words.startswith("这个模型无法使用") and words.endswith("应为 (28, 28)）。")
    assert template_of(shape)[0] in DEFECTS
    words = problem_words(BundleError("The learnt category lacks the array 'latents'."))
    assert words == "这个类别无法使用，请换一份它的文件（缺少数组 'latents'）。"
    assert problem_words(Unable("我的模型不会画。")) == "我的模型不会画。"
    for reason in REASONS:
        words = problem_words(Unable(reason))
        assert HAN.search(words) and "无法使用" not in words


def test_an_error_that_nobody_knows_is_no_english_either(chinese, caplog) -> None:
    unheard_of = "Of a kind that {nobody} knows."
    assert problem_words(BundleError(unheard_of)) == "这个模型无法使用；请重新获取，或另选一个。"
    for error in (DoodlescapeError(unheard_of), InvalidInput(unheard_of), KeyError("odd")):
        assert (
            problem_words(error) == surprise_words() == "出了点意外；你的画还在，保险起见请先保存。"
        )
    assert [unheard_of in message for message in caplog.messages] == [True, True, True, False]


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
    assert problem_words(refused.value).startswith("没能完成（潜在向量中有")


def test_what_libraries_say_of_broken_files_stays_out_of_the_sentence(chinese, tmp_path) -> None:
    """Pillow, LiteRT, NumPy, zip, JSON and the system: all of them speak English only."""
    picture = tmp_path / "坏.png"
    Image.effect_noise((64, 64), 50).save(picture)
    picture.write_bytes(picture.read_bytes()[:-900])
    graph, arrays, text = (write_toy(tmp_path / name, "filled") for name in "abc")
    swap_file(graph, "encoder.tflite", b"no graph")
    swap_file(arrays, "prior.npz", b"no archive")
    (text / "model.json").write_text("{")
    (tmp_path / "d.zip").write_bytes(b"PK no zip")
    folder = tmp_path / "e.doodle"
    folder.mkdir()
    acts = [lambda: read_picture(picture), lambda: write_atomically(folder, b"")]
    acts += [partial(open_bundle, model) for model in (graph, arrays, text, tmp_path / "d.zip")]
    shown = []
    for act in acts:
        with pytest.raises(DoodlescapeError) as caught:
            act()
        assert re.search("[A-Za-z]{4,} [A-Za-z]{2,} ", str(caught.value))
        shown.append(problem_words(caught.value))
    unusable = "这个模型无法使用，请重新获取，或另选一个"
    assert shown == [
        "无法读取 坏.png；请另存为 PNG 再试。",
        "无法写入 e.doodle（这是一个文件夹）；请换个位置。",
        f"{unusable}（encoder.tflite 不是能在这里运行的 LiteRT 计算图）。",
        f"{unusable}（prior.npz 不是完整的数组文件）。",
        f"{unusable}（model.json 不是有效的 JSON）。",
        f"{unusable}（d.zip 不是模型：既不是文件夹，也不是完整的 zip 文件）。",
    ]


def test_files_of_models_are_named_without_their_folders_unless_they_are_missing(tmp_path) -> None:
    (tmp_path / "hollow").mkdir()
    (tmp_path / "odd.zip").write_bytes(b"odd")
    words = {}
    for name in ("hollow", "odd.zip", "gone.zip"):
        with pytest.raises(BundleError) as caught:
            open_bundle(tmp_path / name)
        assert str(tmp_path) in str(caught.value)
        words[name] = problem_words(caught.value)
    assert "(The model in hollow lacks its file model.json)" in words["hollow"]
    assert "(odd.zip is not a model" in words["odd.zip"]
    assert str(tmp_path / "gone.zip") in words["gone.zip"]


def test_the_window_says_in_chinese_what_is_wrong(open_window, settings, qtbot, tmp_path) -> None:
    settings.change(language="zh_CN")
    window: MainWindow = open_window()
    document = window.editor.document
    (tmp_path / "broken.zip").write_bytes(b"broken")
    window.open_model(tmp_path / "broken.zip")
    qtbot.waitUntil(lambda: bool(document.state.notice), timeout=10_000)
    assert document.state.notice.endswith("不是模型：既不是文件夹，也不是完整的 zip 文件）。")
    (tmp_path / "mine.doodle").write_bytes(b"{")
    window.session.open(tmp_path / "mine.doodle")
    qtbot.waitUntil(lambda: "mine.doodle 已损坏" in document.state.notice, timeout=10_000)


def test_a_wrong_model_asked_for_at_start_is_said_in_the_language_of_now(
    open_window, settings, qtbot, monkeypatch
) -> None:
    painted: list[str] = []
    draw = QPainter.drawText

    def drawing(painter: QPainter, *arguments: object) -> object:
        painted.extend(text for text in arguments if isinstance(text, str))
        return draw(painter, *arguments)

    monkeypatch.setattr(QPainter, "drawText", drawing)
    settings.change(language="zh_CN")
    window: MainWindow = open_window("no-such-model", wait=False)
    document = window.editor.document
    qtbot.waitUntil(lambda: bool(document.state.problem), timeout=10_000)
    assert document.state.problem.startswith("找不到模型 'no-such-model'；")
    for language, said in (
        ("en", "There is no model 'no-such-model'; "),
        ("zh_CN", "找不到模型 'no-such-model'；"),
    ):
        painted.clear()
        settings.change(language=language)
        qtbot.waitUntil(lambda said=said: document.state.problem.startswith(said), timeout=10_000)
        qtbot.waitUntil(lambda: document.state.problem in painted, timeout=10_000)
    window.open_model("atlas")
    qtbot.waitUntil(lambda: bool(document.state.model), timeout=20_000)
    settings.change(language="en")
    qtbot.waitUntil(lambda: window.docks["map"].windowTitle() == "Map")
    assert not document.state.problem


def test_titles_of_the_models_that_come_along(chinese) -> None:
    titles = [title_words(title) for title in ("Autoencoder", "Atlas", "My own model {x}")]
    assert titles == ["自编码器", "图谱", "My own model {x}"]
    assert HAN.search(sentence_words(NONE_INSTALLED))
