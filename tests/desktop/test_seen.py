"""What the model sees: guesses, typicality, noise, and proposals around the doodle."""

import threading
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from window_acts import LEFT, drag, draw, draw_cat, pixels

from desktop.engine import Engine
from desktop.seen.noise import KINDS, noisy
from desktop.seen.proposals import COUNT
from desktop.sight import guesses_of, likelihood_tells, typicality_of
from desktop.state.doodle import BLANK, Doodle
from desktop.state.ink import ink_from_lines
from desktop.state.origin import Finished, Opened, Varied, origin_from_plain, origin_to_plain
from desktop.theme import theme
from desktop.window import MainWindow

WRAP = Qt.TextFlag.TextWordWrap
IMAGE = np.pad(np.ones((10, 10), np.float32), 9)


@pytest.mark.parametrize("kind", KINDS)
def test_noise_grows_with_its_level_and_is_the_same_again(kind: str) -> None:
    assert noisy(IMAGE, kind, 0.0) is IMAGE
    changes = [float(np.abs(noisy(IMAGE, kind, level) - IMAGE).mean()) for level in (0.2, 0.6, 1.0)]
    assert 0 < changes[0] < changes[1] < changes[2]
    again = noisy(IMAGE, kind, 0.6)
    np.testing.assert_array_equal(noisy(IMAGE, kind, 0.6), again)
    assert not np.array_equal(noisy(IMAGE, kind, 0.6, seed=1), again)
    assert again.dtype == np.float32 and again.min() >= 0 and again.max() <= 1


def test_specks_grow_where_they_were() -> None:
    few, many = (noisy(IMAGE, "specks", level) != IMAGE for level in (0.3, 0.9))
    assert few.any() and many[few].all()


def test_there_is_no_other_noise() -> None:
    with pytest.raises(ValueError, match="rain"):
        noisy(IMAGE, "rain", 0.5)


def test_origins_of_proposals_survive_a_file() -> None:
    for origin in (Varied(3, 1, 6, 0.25), Finished(2, 0, 6)):
        assert origin_from_plain(origin_to_plain(origin)) == origin


CAT, HARDLY = (("cat", 0.93),), (("cat", 0.49), ("dog", 0.2))


def answers(monkeypatch, guesses, typicality) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("desktop.seen.panel.guesses_of", lambda engine, doodle: guesses)
    monkeypatch.setattr("desktop.seen.panel.typicality_of", lambda engine, doodle: typicality)


@pytest.mark.parametrize(
    ("typicality", "words"),
    [
        (0.2, "unusual: rarer than almost any drawing"),
        (4.0, "unusual: rarer than 96 % of drawings"),
        (41.7, "rarer than 58 % of drawings"),
        (61.2, "likelier than 61 % of drawings"),
        (95.2, "plain: likelier than 95 % of drawings"),
        (99.8, "plain: likelier than almost any drawing"),
    ],
)
def test_likelihood_in_words(open_window, qtbot, monkeypatch, typicality, words) -> None:
    answers(monkeypatch, CAT, typicality)
    window = open_window("full")
    draw_cat(window.draw.canvas)
    said = window.seen.caption.details
    qtbot.waitUntil(lambda: words in said.text().replace("\n", " "))
    assert "no mark" in said.toolTip() and said.text().count(":") == words.count(":")
    window.commands["clear"].trigger()
    assert "likelier" not in said.text() and not said.toolTip()


def test_of_next_to_nothing_it_is_not_said_how_likely_it_is(
    open_window, qtbot, monkeypatch
) -> None:
    answers(monkeypatch, CAT, 98.0)
    window = open_window("full")
    seen, canvas, said = window.seen, window.draw.canvas, window.seen.caption.details
    for few in ([[[128], [128]]], [[[20, 230], [128, 128]]]):
        draw(canvas, ink_from_lines(few))
        assert not seen._settled.isActive() and "likelier" not in said.text()
        window.commands["clear"].trigger()
    draw_cat(canvas)
    qtbot.waitUntil(lambda: "likelier" in said.text())


def test_of_what_it_hardly_knows_it_is_not_said_how_likely_it_is(
    open_window, qtbot, monkeypatch
) -> None:
    answers(monkeypatch, HARDLY, 98.0)
    window = open_window("full")
    draw_cat(window.draw.canvas)
    assert not window.seen._settled.isActive()
    details = window.seen.caption.details.text()
    assert "dog 20 %" in details and "likelier" not in details
    sketch = window.editor.engine.from_latent(window.editor.current.latent, Finished(1, 0, 6))
    assert not likelihood_tells(sketch, HARDLY) and likelihood_tells(sketch, CAT)
    assert likelihood_tells(window.editor.current, ()), "a model without a classifier"
    assert not likelihood_tells(BLANK, CAT)


def test_guesses_likeliest_first_and_typicality(open_window) -> None:
    window = open_window("full")
    draw_cat(window.draw.canvas)
    engine, current = window.editor.engine, window.editor.current
    guesses = guesses_of(engine, current)
    chances = [chance for _, chance in guesses]
    assert 1 <= len(chances) <= 3 and chances == sorted(chances, reverse=True)
    assert min(chances) >= 0.005
    typicality = typicality_of(engine, current)
    assert typicality is not None and 0 <= typicality <= 100
    assert (
        guesses[0][0] in window.seen.caption.words.text()
        and "%" in window.seen.caption.words.text()
    )
    details = window.seen.caption.details.text()
    assert all(category in details for category, _ in guesses[1:]) and "map" in details


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_reconstruction_keeps_its_size_whatever_is_said(
    open_window, qtbot, monkeypatch, settings, language
) -> None:
    """A second and a third guess with long names: the last of them gives way, nothing moves."""
    settings.change(language=language)
    window = open_window("full")
    window.resize(1024, 680)
    seen, sizes, texts = window.seen, set(), []
    some = (("cat", 0.5), ("dog", 0.2), ("sun", 0.1))
    long = (("alarm clock", 0.5), ("alarm clock", 0.2), ("coffee cup", 0.1))
    monkeypatch.setattr("desktop.seen.panel.typicality_of", lambda engine, doodle: 41.7)
    for guesses in (some, (), long * 4):
        monkeypatch.setattr("desktop.seen.panel.guesses_of", lambda *_, these=guesses: these)
        draw(window.draw.canvas, ink_from_lines([[[20, 120, 220, 20], [40, 160, 40, 40]]]))
        qtbot.waitUntil(lambda: seen._typicality is not None)
        qtbot.wait(20)
        sizes.add(seen.reconstruction.size().toTuple())
        texts.append(seen.caption.details.text())
        for label in (seen.caption.words, seen.caption.details):
            assert label.height() >= label.heightForWidth(label.width()) or label.isHidden()
        assert "58" in texts[-1]
    assert len(sizes) == 1 and len(set(texts)) == 3
    assert texts[-1].count("%") < 12, "everything had room"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("name", ["", "very_long_names_of_files_have_no_room_" * 2, "word " * 40])
def test_nothing_is_cut_in_a_narrow_or_a_low_panel(
    open_window, qtbot, monkeypatch, settings, language, name
) -> None:
    settings.change(language=language)
    window = open_window("full")
    seen, dock = window.seen, window.docks["seen"]
    some = () if name else (("alarm clock", 0.5), ("coffee cup", 0.2), ("sun", 0.1))
    monkeypatch.setattr("desktop.seen.panel.guesses_of", lambda *_: some)
    monkeypatch.setattr("desktop.seen.panel.typicality_of", lambda engine, doodle: 41.7)
    draw_cat(window.draw.canvas)
    if name:
        window.editor.change("Open", current=replace(window.editor.current, origin=Opened(name)))
    qtbot.waitUntil(lambda: seen._typicality is not None)

    def whole(size: tuple[int, int]) -> None:
        labels = (seen.caption.words, seen.caption.details)
        for label in (label for label in labels if label.isVisible()):
            assert seen.caption.rect().contains(label.geometry()), (size, label.text())
            assert label.height() >= label.heightForWidth(label.width()), (size, label.text())
            wrapped = label.fontMetrics().boundingRect(label.rect(), WRAP, label.text())
            assert wrapped.width() <= label.width(), (size, label.text())
        assert seen.noise.level.width() >= 60
        left_out = name[-9:] not in seen.caption.words.text()
        assert not left_out or name[-9:] in seen.caption.toolTip()

    for level in (0, 60):
        seen.noise.level.setValue(level)
        qtbot.waitUntil(lambda: seen.denoising.on == bool(level))  # noqa: B023
        for size in ((150, 500), (262, 500), (420, 500), (600, 100), (400, 150)):
            window.resizeDocks([dock], size[:1], Qt.Orientation.Horizontal)
            window.resizeDocks([dock], size[1:], Qt.Orientation.Vertical)
            qtbot.wait(50)
            qtbot.waitUntil(lambda: whole(size))  # noqa: B023


@pytest.mark.parametrize("side", [88, 150, 360])
def test_words_in_the_reconstruction_are_never_cut(open_window, side: int, settings) -> None:
    settings.change(language="en")
    reconstruction = open_window(wait=False).seen.reconstruction
    reconstruction.setMinimumSize(side, side)
    reconstruction.resize(side + 8, side + 8)
    ground = theme().colors.color("page").name()
    image = reconstruction.grab().toImage()
    inked = {
        (x, y)
        for x in range(8, side)
        for y in range(8, side)
        if image.pixelColor(x, y).name() != ground
    }
    rows = sorted({y for _, y in inked})
    assert rows and rows[0] > 9 and rows[-1] < side - 2
    columns = sorted({x for x, _ in inked})
    assert columns[0] > 9 and columns[-1] < side - 2


def test_without_a_classifier_it_says_how_the_doodle_came_about(window: MainWindow) -> None:
    engine = window.editor.engine
    draw_cat(window.draw.canvas)
    assert guesses_of(engine, window.editor.current) == ()
    assert typicality_of(engine, window.editor.current) is None
    assert window.seen.caption.words.text() == "Drawn by you"
    assert guesses_of(Engine(), window.editor.current) == ()


def test_the_words_tell_which_picture_the_model_gets(open_window, qtbot, monkeypatch) -> None:
    window = open_window("vae")
    seen = window.seen
    monkeypatch.setattr(seen, "_detail_words", lambda doodle: [])
    draw_cat(window.draw.canvas)
    assert seen.caption.details.text() == "28×28: what the model gets"
    assert "really gets" in seen.input.toolTip()
    seen.noise.level.setValue(50)
    qtbot.waitUntil(lambda: seen.denoising.on)
    assert seen.caption.details.text() == "28×28: the right one is what the model gets"
    assert seen.noisy.x() > seen.input.x() and "would get" in seen.input.toolTip()
    assert seen.input.accessibleName() == "The 28x28 image without noise"
    seen.noise.level.setValue(0)
    window.editor.adopt(window.editor.document.state.sketches[0])
    assert seen.input.isHidden() and seen.caption.details.text() == ""


def test_noise_changes_what_is_seen_and_never_the_doodle(window: MainWindow, qtbot) -> None:
    seen, editor = window.seen, window.editor
    draw_cat(window.draw.canvas)
    drawn, clean = editor.current, pixels(seen.reconstruction)
    assert not seen.noisy.isVisible()
    seen.noise.level.setFocus()
    QTest.keyClick(seen.noise.level, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: seen.denoising.on)
    shown = seen.denoising.shown
    assert seen.noisy.isVisible()
    np.testing.assert_array_equal(shown.input, noisy(drawn.input, "grain", 1.0))
    assert not np.allclose(shown.decoded, drawn.decoded)
    assert (pixels(seen.reconstruction) != clean).any()
    seen.noise.kind.setCurrentIndex(1)
    qtbot.waitUntil(
        lambda: np.array_equal(seen.denoising.shown.input, noisy(drawn.input, "specks", 1.0))
    )
    assert editor.current is drawn and editor.undo_stack.count() == len(drawn.ink)
    QTest.keyClick(seen.noise.level, Qt.Key.Key_Home)
    assert not seen.denoising.on and not seen.noisy.isVisible()
    assert (pixels(seen.reconstruction) == clean).all()


def test_noise_follows_the_pen(window: MainWindow, qtbot) -> None:
    window.seen.noise.level.setValue(50)
    draw(window.draw.canvas, ink_from_lines([[[20, 120, 220], [40, 160, 40]]]))
    want = noisy(window.editor.current.input, "grain", 0.5)
    qtbot.waitUntil(lambda: np.array_equal(window.seen.denoising.shown.input, want))
    window.commands["clear"].trigger()
    assert window.seen.denoising.shown is window.editor.current


def test_the_look_through_noise_leaves_the_frame_to_the_drawing(
    window: MainWindow, qtbot, monkeypatch
) -> None:
    threads = []

    def watched(*what):
        threads.append(threading.current_thread().name)
        return noisy(*what)

    monkeypatch.setattr("desktop.seen.denoising.noisy", watched)
    window.seen.noise.level.setValue(50)
    draw_cat(window.draw.canvas)
    qtbot.waitUntil(lambda: window.seen.denoising.on)
    assert threads and all(name.startswith("doodlescape") for name in threads)


def proposals(window: MainWindow, qtbot) -> list[Doodle]:
    tiles = window.seen.proposals.tiles
    qtbot.waitUntil(lambda: all(tile.doodle and tile.isEnabled() for tile in tiles), timeout=20_000)
    return [tile.doodle for tile in tiles]


def test_more_like_this_is_closer_the_shorter_the_distance(window: MainWindow, qtbot) -> None:
    strip, editor = window.seen.proposals, window.editor
    assert not window.commands["more_like_this"].isEnabled()
    draw_cat(window.draw.canvas)
    drawn = editor.current
    QTest.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert strip.isVisible() and strip.distance.isVisible()
    usual = proposals(window, qtbot)
    assert len(usual) == COUNT and usual[2].origin == Varied(1, 2, COUNT, 0.4)
    QTest.keyClick(strip.distance, Qt.Key.Key_Home)
    near = proposals(window, qtbot)
    far_off = [np.linalg.norm(doodle.latent - drawn.latent) for doodle in usual]
    close_by = [np.linalg.norm(doodle.latent - drawn.latent) for doodle in near]
    assert max(close_by) < min(far_off)
    assert editor.current is drawn


def test_a_proposal_is_adopted_by_a_click_and_asking_again_brings_others(
    window: MainWindow, qtbot
) -> None:
    strip, editor = window.seen.proposals, window.editor
    draw_cat(window.draw.canvas)
    drawn, steps = editor.current, editor.undo_stack.count()
    window.commands["more_like_this"].trigger()
    first = proposals(window, qtbot)
    QTest.mouseClick(strip.tiles[3], LEFT)
    assert editor.current is first[3] and strip.tiles[3]._marked
    assert editor.undo_stack.count() == steps + 1
    window.commands["undo"].trigger()
    assert editor.current is drawn
    window.commands["more_like_this"].trigger()
    second = proposals(window, qtbot)
    assert second[0].origin.seed == 2 and not np.allclose(second[0].latent, first[0].latent)
    QTest.mouseClick(strip.away, LEFT)
    assert not strip.isVisible() and all(tile.doodle is None for tile in strip.tiles)


def test_the_keys_stay_with_the_proposals_and_escape_leaves_them(window: MainWindow, qtbot) -> None:
    strip, noise = window.seen.proposals, window.seen.noise
    draw_cat(window.draw.canvas)
    for _ in range(2):
        window.commands["more_like_this"].trigger()
        proposals(window, qtbot)
        strip.tiles[3].setFocus()
    QTest.keyClick(strip.tiles[3], Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert not strip.tiles[3].isEnabled() and strip.isAncestorOf(window.focusWidget())
    proposals(window, qtbot)
    assert strip.tiles[3].hasFocus()
    QTest.keyClick(strip.tiles[3], Qt.Key.Key_Escape)
    assert not strip.isVisible() and not noise.isAncestorOf(window.focusWidget())
    window.commands["more_like_this"].trigger()
    QTest.keyClick(window.draw.canvas, Qt.Key.Key_Escape)
    assert not strip.isVisible()


def test_finish_my_sketch_keeps_to_the_sketch(window: MainWindow, qtbot) -> None:
    editor = window.editor
    assert not window.commands["finish_sketch"].isEnabled()
    draw(window.draw.canvas, ink_from_lines([[[20, 120, 220], [40, 160, 40]]]))
    window.commands["finish_sketch"].trigger()
    finished = proposals(window, qtbot)
    assert not window.seen.proposals.distance.isVisible()
    assert finished[0].origin == Finished(1, 0, COUNT)
    ink = editor.current.input > 0.5
    assert np.mean([doodle.decoded[ink].mean() for doodle in finished]) > 0.3


def test_proposals_for_a_former_doodle_say_so_and_are_asked_again_by_a_click(
    window: MainWindow, qtbot
) -> None:
    strip, editor, canvas = window.seen.proposals, window.editor, window.draw.canvas
    draw(canvas, ink_from_lines([[[20, 120, 220], [40, 160, 40]]]))
    window.commands["finish_sketch"].trigger()
    former = proposals(window, qtbot)
    assert not strip.again.isVisible()
    QTest.mouseClick(strip.tiles[0], LEFT)  # one of them: nothing is old yet
    assert not strip.again.isVisible()
    window.commands["undo"].trigger()
    draw(canvas, ink_from_lines([[[60, 180], [200, 200]]]))
    drawn = editor.current
    assert strip.again.isVisible() and "as it was" in strip._title.text()
    assert [tile.doodle for tile in strip.tiles] == former
    window.commands["undo"].trigger()
    assert not strip.again.isVisible() and "as it was" not in strip._title.text()
    window.commands["redo"].trigger()
    QTest.mouseClick(strip.again, LEFT)
    assert not strip.again.isVisible()
    qtbot.waitUntil(lambda: strip.tiles[0].isEnabled() and strip.tiles[0].doodle not in former)
    assert editor.current is drawn
    expected = editor.engine.completions(drawn, COUNT, 1)
    for mine, theirs in zip(proposals(window, qtbot), expected, strict=True):
        np.testing.assert_allclose(mine.latent, theirs.latent, atol=1e-5)
    window.commands["clear"].trigger()
    assert not strip.isVisible()


def test_proposals_stay_those_of_a_drawing_that_only_moves_or_grows(
    window: MainWindow, qtbot
) -> None:
    strip, canvas = window.seen.proposals, window.draw.canvas
    draw_cat(canvas)
    window.commands["finish_sketch"].trigger()
    proposals(window, qtbot)
    window.commands["place"].trigger()
    canvas.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Plus, Qt.Key.Key_Up):
        QTest.keyClick(canvas, key)
        assert not strip.again.isVisible()
    drag(canvas, [canvas.rect().center(), canvas.rect().center() + QPoint(9, 5)])
    qtbot.waitUntil(lambda: not window.editor.gesture and not window.editor.current.glance)
    assert not strip.again.isVisible() and "as it was" not in strip._title.text()
    window.commands["mirror"].trigger()
    assert strip.again.isVisible()


def test_another_distance_is_meant_for_the_doodle_of_now(window: MainWindow, qtbot) -> None:
    strip, editor = window.seen.proposals, window.editor
    draw_cat(window.draw.canvas)
    window.commands["more_like_this"].trigger()
    first = proposals(window, qtbot)
    QTest.mouseClick(strip.tiles[1], LEFT)
    QTest.keyClick(strip.distance, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: strip.tiles[0].doodle not in first)
    assert strip._base is not editor.current and not strip.again.isVisible()
    window.commands["mirror"].trigger()
    assert strip.again.isVisible()
    QTest.keyClick(strip.distance, Qt.Key.Key_Right)
    assert strip._base is editor.current and not strip.again.isVisible()
    proposals(window, qtbot)


def test_what_a_model_lacks_is_greyed_out_with_the_reason(open_window, qtbot) -> None:
    window = open_window("ae")
    draw_cat(window.draw.canvas)
    for name in ("more_like_this", "finish_sketch"):
        action = window.commands[name]
        assert not action.isEnabled() and "prior" in action.toolTip()


def test_the_strip_goes_with_the_model(window: MainWindow, qtbot, models) -> None:
    draw_cat(window.draw.canvas)
    window.commands["more_like_this"].trigger()
    proposals(window, qtbot)
    window.open_model(models["full"])
    qtbot.waitUntil(lambda: window.editor.engine.name != "vae", timeout=20_000)
    assert not window.seen.proposals.isVisible()
