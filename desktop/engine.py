"""What the open model can do for the window, doodle by doodle. No Qt; safe in any thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from aemodel.bundle.latent_path import LatentPath, PathKind
from aemodel.defaults import MAP_TEMPERATURE, TEMPERATURE
from desktop.map.axes import Axes
from desktop.map.domains import Domains
from desktop.state.doodle import Doodle, Image
from desktop.state.ink import Ink, Stroke
from desktop.state.origin import (
    Blank,
    Drawn,
    Finished,
    Learnt,
    Morphed,
    Origin,
    Picked,
    Redrawn,
    Sampled,
    Steered,
    Varied,
)
from desktop.state.taught import Taught

Readings = WeakKeyDictionary[Doodle, Doodle]
Frame = tuple[float, float, float, float]

MOST_NEW = 10
"""So many strokes that have not been simplified before are read at once."""
REACH = 0.085
"""A third of a doodle's residual is left so far off its place, in widths of the map."""


@dataclass(frozen=True)
class Engine:
    """One open bundle and where it was found, or none: then ink stays ink until a model comes.

    Everything about a single doodle takes a few milliseconds and may run in the GUI thread, once a
    frame: drawings are read at a glance, once. `closely`, `prepare`, `samples` and `decode` of many
    belong in `run_in_background`. What was read is remembered for as long as the doodle lives.
    """

    bundle: Any = None
    path: str = ""
    called: str = ""
    _learnt: dict[bytes, Any] = field(default_factory=dict, repr=False, compare=False)
    _adapted: Readings = field(default_factory=WeakKeyDictionary, repr=False, compare=False)
    _closer: Readings = field(default_factory=WeakKeyDictionary, repr=False, compare=False)
    _carried: Readings = field(default_factory=WeakKeyDictionary, repr=False, compare=False)

    @property
    def name(self) -> str:
        """Name of the bundle, or what it is called instead; "" when none is open."""
        return "" if self.bundle is None else self.called or str(self.bundle.name)

    @property
    def map(self) -> Any:
        """The bundle's PlaneMap, or None."""
        return None if self.bundle is None else self.bundle.map

    @property
    def categories(self) -> tuple[str, ...]:
        """What the model was trained on."""
        return () if self.bundle is None else tuple(self.bundle.categories)

    def missing(self, capability: str) -> str:
        """Why the model cannot do it, in one sentence; "" when it can."""
        if self.bundle is None:
            return "No model is open."
        return str(self.bundle.missing.get(capability, ""))

    def from_ink(self, ink: Ink, traced: Image | None = None) -> Doodle:
        """The doodle of these strokes, at a glance; without ink a blank page (over `traced`)."""
        if not ink:
            return Doodle(Blank(), traced=traced)
        return self._glanced(Doodle(Drawn(), ink=ink, traced=traced, input=ink_image(ink)))

    def from_image(self, image: Image, origin: Origin) -> Doodle:
        """The doodle of a 28x28 picture in [0, 1], 1 = ink, at a glance."""
        return self._glanced(Doodle(origin, input=np.asarray(image, np.float32)))

    def soon(self, doodle: Doodle, ink: Ink) -> Doodle:
        """A drawing with other ink, read at once where that is all there is to do and quick.

        Else it is read closely in the background, and what was read of it stands until then.
        """
        seen = doodle.model == self.name and doodle.latent is not None
        if ink and seen and (self._refines or much_to_read(ink)):
            return replace(doodle, origin=Drawn(), original=None, ink=ink, glance=True)
        return self.from_ink(ink, doodle.traced)

    def closely(self, doodle: Doodle) -> Doodle:
        """A doodle of this model that was read at a glance, read as often as the model likes.

        Any other stays as it is. For the background.
        """
        if not doodle.glance or doodle.model != self.name or self.bundle is None:
            return doodle
        known = self._closer.get(doodle)
        if known is None:
            exact = looked_at(doodle)
            images, latents = self.bundle.redraw(exact.input[None])  # type: ignore[index]
            read = replace(self._seen(exact, images[0], latents[0]), glance=False)
            known = self._closer.setdefault(doodle, read)
        return known

    def closer(self, doodle: Doodle) -> Doodle:
        """The same doodle, as closely as it has been read by now."""
        return self._closer.get(doodle, doodle) if doodle.glance else doodle

    def is_still(self, former: Doodle | None, now: Doodle | None) -> bool:
        """Whether `now` is the former doodle itself, or what a closer reading made of it."""
        return now is former or (former is not None and self.closer(former) is now)

    def prepare(self, doodles: Iterable[Doodle | None]) -> tuple[Doodle, ...]:
        """Doodles as this model sees them when it reads closely; None is left out.

        `adapt` takes no time for them from then on. For the background.
        """
        return tuple(self.closely(self.adapt(one)) for one in doodles if one is not None)

    def from_latent(
        self,
        latent: NDArray[np.float32],
        origin: Origin,
        place: tuple[float, float] | None = None,
    ) -> Doodle:
        """The doodle of a latent (latent_size,) of the open model."""
        latent = np.asarray(latent, np.float32)
        image = self.bundle.decode(latent[None])[0]
        return Doodle(
            origin,
            latent=latent,
            decoded=image,
            place=self._place(latent) if place is None else place,
            model=self.name,
        )

    def at_place(
        self,
        x: float,
        y: float,
        details_of: Doodle | None = None,
        seed: int = 0,
        domains: Domains | None = None,
    ) -> Doodle:
        """The doodle at a point of the map, with the residual of another carried along.

        The residual is what the plane does not say of a doodle: its latent less the latent of its
        place. Where the map is filled in, `seed` and `domains` say with what. Needs `map`.

        The residual fades with the distance from where the doodle lies (`kept_at`): at its own
        place it is itself, and among another family its details would only be scribble. Measured
        with atlas on 50 samples (their own median typicality: 24 %), each dragged to the place of
        another, by the distance on a map 2 wide. Median typicality, and how many of the places it
        is shown as 0 % at:

            distance    all of it    none of it    fading
            0 - 0.1     5 %, 26 %    4 %, 34 %     11 %,  7 %
            0.1 - 0.2   0 %, 75 %    3 %, 24 %     26 %,  1 %
            0.2 - 0.3   0 %, 91 %    3 %, 30 %     11 %, 10 %
            0.3 - 0.8   0 %, 97 %    4 %, 20 %      5 %, 19 %
            beyond      0 %, 98 %    4 %, 24 %      4 %, 24 %

        The classifier's certainty is 0.81 of 1 with it (all: 0.85, none: 0.79), and the picture
        never changes faster than it does without details: at most by 0.27 a pixel over 1/24 of a
        drag (none: 0.27).
        """
        carried = details_of is not None and details_of.latent is not None and details_of.place
        points = [(x, y), carried] if carried else [(x, y)]
        # Both for the category of the point, or else a border between two would be a leap.
        category = "" if domains is None else self.categories[domains.at(points)[0]]
        latents = self.map.decode(
            np.array(points, np.float32), seed, category or None, MAP_TEMPERATURE
        )
        latent = latents[0]
        if carried and details_of is not None:
            x0, x1, _, _ = self.map.extent
            way = float(np.hypot(x - carried[0], y - carried[1])) / (x1 - x0)
            latent = latent + kept_at(way) * (details_of.latent - latents[1])
        picked = self.from_latent(latent, Picked(x, y, seed, bool(carried), category), (x, y))
        if carried and details_of is not None:
            self._carried[picked] = details_of
        return picked

    def domains(self, shown: frozenset[int] | None) -> Domains | None:
        """What places are filled in for where only these categories are shown.

        None where that changes nothing: all are shown, or the model does not fill in by category.
        """
        plane = self.map
        fills = plane is not None and plane.filled and not self.missing("sample_category")
        return Domains(plane, shown) if fills and shown else None

    def at_places(
        self, points: NDArray[np.float32], seed: int = 0, domains: Domains | None = None
    ) -> NDArray[np.float32]:
        """Latents (n, L) of places (n, 2), as `at_place` fills them in without details."""
        if domains is None:
            latents: NDArray[np.float32] = self.map.decode(points, seed, None, MAP_TEMPERATURE)
            return latents
        belong = np.array(domains.at(points))
        latents = np.empty((len(points), self.bundle.latent_size), np.float32)
        for index in np.unique(belong):
            there = belong == index
            name = self.categories[index]
            latents[there] = self.map.decode(points[there], seed, name, MAP_TEMPERATURE)
        return latents

    def details_of(self, doodle: Doodle) -> Doodle | None:
        """Whose residual a doodle carries about the map: the one that was moved to its place.

        So that many short ways give what one long way gives, and the way back gives it back.
        Itself where it was not moved; None where it is no more than what its place says.
        """
        picked = doodle.origin if doodle.input is None else None
        if isinstance(picked, Picked) and not picked.details:
            return None
        return self._carried.get(doodle, doodle)

    def steered(self, axes: Axes, base: Doodle, to: Mapping[int, float]) -> Doodle:
        """A doodle with some coordinates on the principal axes set, and all else as it is."""
        (first, sigma), *more = to.items()
        second, second_sigma = more[0] if more else (-1, 0.0)
        assert base.latent is not None
        latent = axes.moved(base.latent, to)
        return self.from_latent(latent, Steered(first, sigma, second, second_sigma))

    def morph_path(self, keyframes: Sequence[Doodle], kind: PathKind) -> LatentPath:
        """The path of a morph through two or more doodles of the open model."""
        path: LatentPath = self.bundle.path([doodle.latent for doodle in keyframes], kind)
        return path

    def on_path(self, path: LatentPath, position: float) -> Doodle:
        """The doodle at a position of a morph's path."""
        return self.film(path, [position])[0]

    def film(self, path: LatentPath, positions: Sequence[float]) -> tuple[Doodle, ...]:
        """The doodles at positions of a morph's path. Many are for the background."""
        latents = path(positions)
        origins = [Morphed(float(position), path.kind) for position in positions]
        return self._batch(self.decode(latents), latents, origins)

    def samples(
        self,
        count: int,
        seed: int,
        category: str = "",
        temperature: float = TEMPERATURE,
        first: int = 0,
    ) -> tuple[Doodle, ...]:
        """`count` random doodles, from number `first` on of the seed's endless row."""
        images, latents = self.bundle.sample(
            count, category=category or None, temperature=temperature, seed=seed, first=first
        )
        numbers = range(first, first + count)
        origins = [Sampled(seed, number, category, temperature) for number in numbers]
        return self._batch(images, latents, origins)

    def samples_of(
        self,
        taught: Taught,
        count: int,
        seed: int,
        temperature: float = TEMPERATURE,
        first: int = 0,
    ) -> tuple[Doodle, ...]:
        """`samples` of a category of one's own. For the background."""
        learnt = self.learnt(taught)
        images, latents = learnt.sample(self.bundle, count, temperature, seed, first)
        numbers = range(first, first + count)
        origins = [Learnt(seed, number, taught.name, temperature, taught) for number in numbers]
        return self._batch(images, latents, origins)

    def learnt(self, taught: Taught) -> Any:
        """What the open model makes of a category's examples, once. For the background."""
        from aemodel.bundle.few_shot import learn_category

        if taught.pixels not in self._learnt:
            self._learnt[taught.pixels] = learn_category(self.bundle, taught.images, taught.name)
        return replace(self._learnt[taught.pixels], name=taught.name)

    def variations(
        self, doodle: Doodle, count: int, distance: float, seed: int
    ) -> tuple[Doodle, ...]:
        """`count` doodles like this one, which belongs to the open model; distance in 0..1."""
        images, latents = self.bundle.variations(doodle.latent, count, distance, seed)
        origins = [Varied(seed, index, count, distance) for index in range(count)]
        return self._batch(images, latents, origins)

    def completions(self, doodle: Doodle, count: int, seed: int) -> tuple[Doodle, ...]:
        """`count` ways to finish what has been drawn so far, the best first."""
        images, latents = self.bundle.complete(looked_at(doodle).picture, count, seed)
        origins = [Finished(seed, index, count) for index in range(len(images))]
        return self._batch(images, latents, origins)

    def _batch(
        self, images: Any, latents: NDArray[np.float32], origins: Sequence[Origin]
    ) -> tuple[Doodle, ...]:
        count = len(origins)
        places: Sequence[Any] = [None] * count if self.map is None else self.map.encode(latents)
        return tuple(
            Doodle(
                origins[index],
                latent=latents[index],
                decoded=images[index],
                place=None if places[index] is None else _point(places[index]),
                model=self.name,
            )
            for index in range(count)
        )

    def decode(self, latents: NDArray[np.float32]) -> NDArray[np.float32]:
        """Images (n, 28, 28) of latents (n, latent_size)."""
        images: NDArray[np.float32] = self.bundle.decode(latents)
        return images

    def adapt(self, doodle: Doodle) -> Doodle:
        """The same doodle as the open model sees it, as closely as it has been read by now.

        Itself when it already belongs to the model, and its original if that does; else read at a
        glance, once. What this model makes of another one's doodle is no more than that.
        """
        if doodle.picture is None or self.bundle is None:
            return doodle
        if doodle.model != self.name or not self._knows(doodle):
            known = self._adapted.get(doodle)
            if known is None:
                known = self._adapted.setdefault(doodle, self._read(doodle))
            doodle = known
        return self.closer(doodle)

    def _read(self, doodle: Doodle) -> Doodle:
        """What this model makes of a doodle that is not its own, at a glance."""
        made = doodle.original
        if made is not None and made.model == self.name and self._knows(made):
            return replace(made, name=doodle.name)
        seen = looked_at(doodle) if doodle.glance else doodle
        if doodle.of_model and made is None:
            # A copy: what is remembered for a doodle must not keep it alive.
            seen = replace(seen, origin=Redrawn(), original=replace(doodle))
        return self._glanced(replace(seen, input=seen.picture))

    def revived(self, doodle: Doodle) -> Doodle:
        """A doodle from a file, its decoded image made anew: files keep only its grey levels."""
        doodle = self.adapt(doodle)
        if doodle.model != self.name or doodle.latent is None or self.bundle is None:
            return doodle
        return replace(doodle, decoded=self.bundle.decode(doodle.latent[None])[0])

    def _knows(self, doodle: Doodle) -> bool:
        """Whether the latent has this model's size: files may come from another one of its name."""
        latent = doodle.latent
        return latent is not None and latent.shape == (self.bundle.latent_size,)

    @property
    def _refines(self) -> bool:
        """Whether reading a drawing more than once makes it better."""
        return self.bundle is not None and self.bundle.refinement is not None

    def _glanced(self, doodle: Doodle) -> Doodle:
        """With latent, decoded image and place from its input, if a model is open."""
        if self.bundle is None or doodle.input is None:
            return doodle
        latents = self.bundle.encode(doodle.input[None])[0]
        seen = self._seen(doodle, self.bundle.decode(latents)[0], latents[0])
        return replace(seen, glance=self._refines)

    def _seen(self, doodle: Doodle, image: Image, latent: NDArray[np.float32]) -> Doodle:
        place = self._place(latent)
        return replace(doodle, latent=latent, decoded=image, place=place, model=self.name)

    def _place(self, latent: NDArray[np.float32]) -> tuple[float, float] | None:
        return None if self.map is None else _point(self.map.encode(latent[None])[0])


def ink_image(ink: Ink) -> Image:
    """What the model is shown of ink: simplified and rasterised as Quick, Draw! does it."""
    from aemodel.data.raster import rasterize

    levels = rasterize(_simplified(ink))
    image: Image = levels.astype(np.float32) / np.float32(255)
    return image


def kept_at(way: float) -> float:
    """Share of a doodle's residual that is left a `way` off its place, in widths of the map."""
    return float(np.exp(-((way / REACH) ** 2)))


def much_to_read(ink: Ink) -> bool:
    """Whether reading this ink takes longer than a hand waits, so that it belongs elsewhere."""
    frame = _frame(ink)
    return sum(_forms.get(stroke, _NO_FORM)[0] != frame for stroke in ink) > MOST_NEW


def looked_at(doodle: Doodle) -> Doodle:
    """With the input that its ink has by now, though it may not have been read yet."""
    if not doodle.ink or doodle.input is None:
        return doodle
    image = ink_image(doodle.ink)
    return doodle if np.array_equal(image, doodle.input) else replace(doodle, input=image)


# A stroke's simplified form depends on the frame of the whole drawing, which a stroke drawn inside
# of it leaves as it is: the last form of each is kept as long as the stroke lives.
_forms: WeakKeyDictionary[Stroke, tuple[Frame | None, NDArray[np.float64]]] = WeakKeyDictionary()
_NO_FORM = None, np.zeros((0, 2))


def _simplified(ink: Ink) -> list[NDArray[np.float64]]:
    """`aemodel.data.simplify` of the ink; only what is new takes time."""
    from aemodel.data.simplify import simplify

    frame, forms = _frame(ink), []
    for stroke in ink:
        known, form = _forms.get(stroke, _NO_FORM)
        if known != frame:
            corners = np.array(frame).reshape(2, 2)
            form = simplify([stroke.points, corners])[0]
            _forms[stroke] = frame, form
        forms.append(form)
    return forms


def _frame(ink: Ink) -> Frame:
    """Left, top, right and bottom of all strokes."""
    lefts, tops, rights, bottoms = zip(*(stroke.box for stroke in ink), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _point(values: Any) -> tuple[float, float]:
    return float(values[0]), float(values[1])
