"""Morph: through keyframes with a slider, and the film of the way beneath."""

from __future__ import annotations

import secrets
from functools import partial

import numpy as np
from PySide6.QtCore import QMimeData, QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aemodel.bundle.latent_path import MODEL, LatentPath
from desktop.actions import Choice
from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.editor import MOST_KEYFRAMES, has_room
from desktop.morph.dialog import USUAL_LEG
from desktop.morph.film import Film
from desktop.morph.keyframes import Keyframes, KeyframeTile
from desktop.morph.paths import KINDS as PATHS
from desktop.morph.paths import PathChoice
from desktop.morph.saving import MorphSaving
from desktop.morph.ways import Ways
from desktop.paint.cache import warm
from desktop.playback import REPEATS
from desktop.problems import problem_words
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.state.origin import Morphed
from desktop.theme import GRID, theme
from desktop.views.arriving import brings_doodles, brings_morph, receive
from desktop.views.bipolar import BipolarSlider
from desktop.views.choice_box import ChoiceBox
from desktop.views.following import Following
from desktop.views.hand import Hand
from desktop.views.panel import Panel, action_button
from desktop.views.player import Player
from desktop.views.slider import Slider

STEPS = 1000
BATCH = 6
PACE_STEPS, PACE_STEP = 10, 2
CORNER = 10 * GRID


class MorphPanel(Panel):
    """Keyframes, the slider through them, the film; Space plays."""

    name = "morph"
    bar = ("swap", "export_morph")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._job: Job | None = None
        self._random: Job | None = None
        self._following = Following(self, self._show)
        self._hand = Hand(self.editor)
        self._asked = 0
        self._led = False
        self._wanted: tuple[float, bool] | None = None
        self._shown: Doodle | None = None
        self._ways = Ways(self)
        self._ways.found.connect(lambda: self._current_changed(self.document.state))
        self._lacks: tuple[str, ...] = ()
        self._player = Player(self)
        self._player.stepped.connect(self._stepped)
        self._player.ended.connect(self.stop)
        self.saving = MorphSaving(context, self)
        self.keyframes = Keyframes(context)
        self.path_choice, self.repeat = PathChoice(context), ChoiceBox()
        self.pace = BipolarSlider()
        self.pace.setRange(-PACE_STEPS, PACE_STEPS)
        self.slider = Slider()
        self.slider.setRange(0, STEPS)
        self.slider.setPageStep(STEPS // 10)
        self.slider.setSingleStep(STEPS // 100)
        self.slider.setMinimumHeight(20)
        self.film = Film(self.slider)
        actions = context.actions
        above = QHBoxLayout()
        above.setSpacing(4)
        above.addWidget(self.keyframes, 1)
        for name in ("add_keyframe", "random_keyframe"):
            above.addWidget(action_button(actions[name]))
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(above, 3)
        along = QHBoxLayout()
        along.setSpacing(GRID)
        along.addWidget(action_button(actions["play_morph"]))
        along.addWidget(self.slider, 1)
        along.addWidget(self._build_corner())
        column.addLayout(along)
        column.addWidget(self.film, 3)
        self._connect()
        self._theme_changed()
        self.document.observe(self._keyframes_changed, "keyframes", "model")
        self.document.observe(self._current_changed, "current")
        self._keyframes_changed(self.document.state)

    def _build_corner(self) -> QWidget:
        """The speed, or while a morph is being saved how far that is: it needs no other room."""
        corner = QWidget()
        corner.setFixedWidth(CORNER)
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pace)
        row.addWidget(self.saving.progress)
        self.saving.went_on.connect(self.pace.hide)
        self.saving.rested.connect(self.pace.show)
        return corner

    def title(self) -> str:
        """In the title bar."""
        return self.tr("Morph")

    def welcomes(self, data: QMimeData) -> bool | None:
        """Doodles; pictures of whole morphs are for the window.

        A frame of the film that is let go of again goes nowhere.
        """
        if self.film.carried:
            return False
        return (brings_doodles(data) and not brings_morph(data)) or None

    def drop_beside(self, data: QMimeData, at: QPoint) -> None:
        """Into what is empty, or behind the last."""
        keyframes = self.document.state.keyframes
        first = keyframes.index(None) if None in keyframes else None
        receive(self.editor, data, lambda doodles: self.editor.put_keyframes(doodles, at=first))

    def bar_widgets(self) -> list[QWidget]:
        """How often it plays, and along what."""
        return [self.repeat, self.path_choice]

    def retranslate(self) -> None:
        """Texts."""
        self.film.words = self.tr("Fill A and B, or drop doodles on them, and walk between")
        self.film.waiting_words = self.tr("The model is drawing what lies between…")
        self.slider.setAccessibleName(self.tr("Along the morph"))
        self.slider.setToolTip(self.tr("Walk from the first keyframe to the last; Space plays"))
        self.film.setAccessibleName(self.tr("Film of the morph"))
        self.film.setToolTip(
            self.tr("Drag sideways: walk the morph. Drag a picture up or down: take it elsewhere.")
        )
        self.keyframes.retranslate()
        self.saving.retranslate()
        self._lacks = ()
        self._enable(self.document.state)
        self._enable_way(self.document.state)
        self.pace.setAccessibleName(self.tr("Speed of the morph"))
        self.pace.setToolTip(self.tr("Slower or faster"))
        self.path_choice.retranslate()
        repeats = (self.tr("once"), self.tr("loop"), self.tr("to and fro"))
        self.repeat.setAccessibleName(self.tr("Repeat"))
        self.repeat.setToolTip(self.tr("What happens at the end of the way"))
        with QSignalBlocker(self.repeat):
            self.repeat.clear()
            for word, name in zip(repeats, REPEATS, strict=True):
                self.repeat.addItem(word, name)
            self._show_repeat()

    @property
    def slots(self) -> list[KeyframeTile]:
        """Tiles of the keyframes, A first."""
        return self.keyframes.tiles

    @property
    def length(self) -> int:
        """How many legs the way has; 0 while there is none."""
        return self._ways.length

    @property
    def _path(self) -> LatentPath | None:
        return self._ways.path

    def _connect(self) -> None:
        actions = self.context.actions
        for index, name in enumerate(("set_a", "set_b")):
            actions[name].triggered.connect(lambda _, i=index: self._set(i))
        actions["add_keyframe"].triggered.connect(self._add)
        actions["random_keyframe"].triggered.connect(self._add_random)
        actions["swap"].triggered.connect(self._swap)
        actions["play_morph"].triggered.connect(self.play_or_stop)
        actions["export_morph"].triggered.connect(self._export)
        self.slider.valueChanged.connect(lambda value: self._walk(value / STEPS, led=True))
        self.slider.sliderPressed.connect(self._start)
        self.slider.sliderReleased.connect(self._end)
        self.film.walked.connect(self._film_walked)
        self.film.released.connect(self._end)
        self.film.let_be.connect(self._let_be)
        self.film.resized.connect(self._refilm)
        self.path_choice.changed.connect(self._path_chosen)
        self.repeat.activated.connect(lambda row: self._repeat_chosen(self.repeat.itemData(row)))
        names = {name: f"repeat_{name.replace('-', '_')}" for name in REPEATS}
        self.answers(*names.values(), *(f"path_{kind}" for kind in PATHS))
        choose = self._repeat_chosen
        self._repeats = Choice(actions, names, choose, self, following="next_repeat")
        for name, step in (("morph_faster", PACE_STEP), ("morph_slower", -PACE_STEP)):
            actions[name].triggered.connect(partial(self._change_pace, step))
        self.answers("swap", "random_keyframe", "play_morph", "export_morph")
        self.answers("morph_faster", "morph_slower", "next_repeat", "next_path")
        self.pace.valueChanged.connect(self._set_speed)
        theme().changed.connect(self._theme_changed)

    # Keyframes --------------------------------------------------------------------------------

    def _set(self, index: int) -> None:
        if not self.editor.current.blank:
            self.editor.set_keyframe(index, self.editor.current)
            self.answered.emit(self.tr("The doodle is in the morph now."))

    def _add(self) -> None:
        if not self.editor.current.blank:
            self.editor.add_keyframe(self.editor.current)
            self.answered.emit(self.tr("The doodle is in the morph now."))

    def _add_random(self) -> None:
        engine, seed = self.editor.engine, secrets.randbelow(1_000_000)
        self._random = run_in_background(
            lambda _: engine.samples(1, seed)[0],
            self.editor.add_keyframe,
            lambda error: self.editor.say(problem_words(error)),
            replaces=self._random,
        )

    def _swap(self) -> None:
        keyframes = self.document.state.keyframes
        self.editor.change(self.tr("Turn the morph round"), keyframes=keyframes[::-1])

    def _keyframes_changed(self, state: State) -> None:
        """A walk goes on where keyframes have only been read more closely."""
        former, wanted = self._ways.now, self._wanted
        self.stop()
        self._let_go()
        self.keyframes.show_keyframes(state.keyframes)
        size = getattr(self.editor.engine.bundle, "latent_size", 0)
        self._ways.stops = tuple(
            doodle
            for doodle in state.keyframes
            if doodle is not None and doodle.latent is not None and len(doodle.latent) == size
        )
        ready = self.length > 0
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, STEPS * max(1, self.length))
        self.slider.setEnabled(ready)
        self._enable_way(state)
        self._find_path()
        over = self._asked and not self._hand.moving
        if wanted is not None and not over and self._ways.is_this(former):
            position, led = wanted
            self._walk(position, led=led)
        self._current_changed(self.document.state)

    # Walking ----------------------------------------------------------------------------------

    def _start(self) -> None:
        self.stop()
        if self._path is not None and not self._hand.moving:
            self._hand.begin(self.tr("Morph"))

    def _end(self) -> None:
        self._hand.end(self._following)

    def _film_walked(self, share: float) -> None:
        if not self._hand.moving or self.playing:
            self._start()
        self._walk(share * self.length)

    def _let_be(self) -> None:
        """The press on the film was not meant as a walk."""
        self._let_go()
        if self._hand.moving:
            self.editor.cancel()

    def _let_go(self) -> None:
        """Wherever the walk was about to go, it does not."""
        self._following.drop()
        self._wanted = None

    def _walk(self, position: float, *, led: bool = False) -> None:
        """Shows the doodle there as soon as it is made; `led`: the slider is ahead of it."""
        path, engine = self._path, self.editor.engine
        if path is not None:
            self._led, self._wanted = led, (position, led)
            self._asked = self._hand.gesture if self._hand.moving else 0
            slow = path.kind == MODEL
            self._following.want(lambda: engine.on_path(path, position), slow=slow)

    def _show(self, doodle: Doodle) -> None:
        kind = self._ways.now[1]
        if self._wanted is not None and doodle.origin == Morphed(self._wanted[0], kind):
            self._wanted = None
        self._shown = doodle
        self._ways.remember(doodle)
        if self._hand.moving:
            self.editor.live(current=doodle)
        elif self.playing:
            self.stop()
        elif not (self._asked or self.editor.gesture):
            self.editor.change(self.tr("Morph"), merge="morph", current=doodle)

    def _current_changed(self, state: State) -> None:
        """The slider says where the doodle is; for one that is not on the way, at the beginning."""
        position = self._ways.position(state.current)
        self.film.show_position(None if position is None else position / self.length)
        ahead = self._led and (self._wanted is not None or state.current is self._shown)
        if not ahead:
            with QSignalBlocker(self.slider):
                self.slider.setValue(round((position or 0.0) * STEPS))
        self._enable(state)

    def _enable_way(self, state: State) -> None:
        reason = "" if self.length else self.tr("Fill two keyframes first.")
        for name in ("play_morph", "export_morph"):
            self.context.actions.enable(name, reason)
        empty = "" if any(state.keyframes) else self.tr("There are no keyframes yet.")
        self.context.actions.enable("swap", empty)

    def _enable(self, state: State) -> None:
        """Called at every point of the pen: only what is new there matters."""
        lacking = self.tr("Draw or choose a doodle first.") if state.current.blank else ""
        full = self.tr("A morph has room for {count} keyframes.").format(count=MOST_KEYFRAMES)
        full = "" if has_room(state.keyframes) else full
        lacks = (lacking, lacking, full or lacking, full or self.editor.engine.missing("sample"))
        if lacks != self._lacks:
            self._lacks = lacks
            names = ("set_a", "set_b", "add_keyframe", "random_keyframe")
            for name, reason in zip(names, lacks, strict=True):
                self.context.actions.enable(name, reason)

    # Playing ----------------------------------------------------------------------------------

    @property
    def playing(self) -> bool:
        """Whether the morph is being walked."""
        return self._player.playing

    def play_or_stop(self) -> None:
        """Walks the way from where it is, as one step; or stays there."""
        if self.playing:
            self.stop()
        elif self._path is not None and self.length:
            self._hand.begin(self.tr("Play the morph"))
            position = min(self.slider.value() / STEPS, float(self.length))
            repeat = self.context.settings.values.morph_repeat
            self._set_speed()
            self._player.start(self.length, repeat, position)
            self._theme_changed()

    def stop(self) -> None:
        """Stays where the play is now."""
        if self.playing:
            self._player.stop()
            self._theme_changed()
            self._end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays, from anywhere in the panel that has no use for it."""
        if event.key() == Qt.Key.Key_Space:
            self.play_or_stop()
        elif event.key() == Qt.Key.Key_Escape and self.playing:
            self.stop()
        else:
            super().keyPressEvent(event)

    def _stepped(self, position: float) -> None:
        if self._hand.moving:
            self._walk(position)
        else:
            self.stop()

    def _set_speed(self) -> None:
        self._player.speed = 8.0 ** (self.pace.value() / PACE_STEPS) / USUAL_LEG

    def _theme_changed(self) -> None:
        icon = theme().icon("pause" if self.playing else "play")
        self.context.actions["play_morph"].setIcon(icon)

    # The way ----------------------------------------------------------------------------------

    def _path_chosen(self) -> None:
        position = self._ways.between(self.editor.current)
        self._find_path()
        if position is not None:
            self._walk(position)

    def _change_pace(self, step: int) -> None:
        self.pace.setValue(self.pace.value() + step)

    def _show_repeat(self) -> None:
        chosen = self.repeat.findData(self.context.settings.values.morph_repeat)
        self.repeat.setCurrentIndex(max(0, chosen))
        self._repeats.show(REPEATS[max(0, chosen)])

    def _repeat_chosen(self, repeat: str) -> None:
        self.context.settings.change(morph_repeat=repeat)
        self._show_repeat()
        if self.playing:
            self.stop()
            self.play_or_stop()

    def _export(self) -> None:
        if self._path is not None:
            self._set_speed()
            self.saving.ask(self._path, self._ways.stops, 1 / self._player.speed)

    def _find_path(self) -> None:
        """The path through the keyframes as they are now, and its film."""
        kind = self.path_choice.kind
        stops, engine = self._ways.stops, self.editor.engine
        self._ways.path = engine.morph_path(stops, kind) if self.length else None
        self._refilm()

    def _refilm(self) -> None:
        if self._path is None:
            if self._job is not None:
                self._job.cancel()
            self.film.show_frames([])
            return
        engine, path = self.editor.engine, self._path
        # A frame for every keyframe, and as many between as there is room for.
        each = self.film.wanted(path.legs)
        positions = np.linspace(0, path.legs, each * path.legs + 1).tolist()

        def task(job: Job) -> list[Doodle]:
            frames: list[Doodle] = []
            for first in range(0, len(positions), BATCH):
                job.give_way()
                if job.cancelled:
                    break
                frames += engine.film(path, positions[first : first + BATCH])
                warm(frames[first:])
            return frames

        self.film.wait()
        self._job = run_in_background(
            task,
            self.film.show_frames,
            lambda error: self.editor.say(problem_words(error)),
            replaces=self._job,
        )
