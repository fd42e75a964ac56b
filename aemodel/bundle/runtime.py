"""Opens a bundle and runs it: encode, decode, sample, map, classify, typicality. No TensorFlow."""

import difflib
import os
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from aemodel.assets import assets_dir
from aemodel.bundle.archive import read_bundle
from aemodel.bundle.arrays import read_arrays, take_floats
from aemodel.bundle.checks import (
    SIDE,
    Floats,
    InvalidInput,
    as_count,
    as_images,
    as_rows,
    as_seed,
    as_share,
    as_temperature,
)
from aemodel.bundle.completion import Tools, complete
from aemodel.bundle.denoiser import load_denoiser
from aemodel.bundle.flow import FlowPrior
from aemodel.bundle.flow_path import flow_path
from aemodel.bundle.graphs import Graph
from aemodel.bundle.judge import load_judge
from aemodel.bundle.latent_path import MODEL, STRAIGHT, LatentPath, PathKind, path_through
from aemodel.bundle.manifest import MANIFEST_NAME, Manifest
from aemodel.bundle.plane import MAP_FILES, PlaneMap
from aemodel.bundle.prior import GaussianPrior, load_prior
from aemodel.bundle.refinement import parse_refinement
from aemodel.bundle.variations import wander
from aemodel.errors import BundleError, Unable
from aemodel.models.refinement import Refinement, refine

ENCODER = "encoder.tflite"
DECODER = "decoder.tflite"
HEAD = "head.tflite"
TYPICALITY = "typicality.npz"

COMMON = 0.03
"""Least probability that two doodles are of one category, for what lies between to stay in it."""

CAPABILITIES = (
    "encode",
    "decode",
    "sample",
    "sample_category",
    "map",
    "classify",
    "typicality",
    "variations",
    "complete",
    "model_path",
    "clean",
)

_DEFAULT_REASONS = {
    "encode": "This model has no encoder, so it cannot read drawings.",
    "decode": "This model has no decoder, so it cannot draw.",
    "sample": "This model has no prior, so nothing says where in its latent space doodles are; "
    "it cannot sample.",
    "sample_category": "The prior of this model does not know categories, so it cannot be "
    "asked for one of them; it samples from all.",
    "map": "This model was exported without a 2D map.",
    "classify": "This model has no classifier on its latents.",
    "typicality": "This model was exported without the statistics that typicality needs.",
    "model_path": "The prior of this model is not a flow, so it knows no path of its own from "
    "drawing to drawing; choose another path.",
    "clean": "This model has not learnt to take noise away.",
}
_VANILLA = (
    "A vanilla autoencoder has no prior, so nothing says where in its latent space doodles are; "
    "it cannot sample."
)


class Bundle:
    """A model that is ready to use, from any thread.

    Attributes:
        name, title, kind: how the model is called in paths, in menus, and what family it is of.
        categories: what it was trained on, in menu order.
        latent_size: length of a latent vector.
        manifest: all of `model.json`, as plain JSON types.
        map: the 2D map, or None.
        missing: capability -> the reason, one sentence, why this model lacks it.
    """

    def __init__(self, manifest: Manifest, files: Mapping[str, bytes]) -> None:
        self.info = manifest
        self.name = manifest.name
        self.title = manifest.title
        self.kind = manifest.kind
        self.categories = manifest.categories
        self.latent_size = manifest.latent_size
        self.manifest: dict[str, Any] = manifest.to_dict()
        image, latent = (SIDE, SIDE), (manifest.latent_size,)
        count = len(manifest.categories)
        self._encoder = _graph(
            files, ENCODER, {"image": image}, {"mean": latent, "log_var": latent}, ("log_var",)
        )
        self._decoder = _graph(files, DECODER, {"latent": latent}, {"image": image})
        self._head = _graph(files, HEAD, {"latent": latent}, {"probability": (count,)})
        self.refinement: Refinement | None = None
        if manifest.refinement is not None:
            self.refinement = parse_refinement(manifest.refinement)
        self._prior = load_prior(manifest.prior, files, manifest.latent_size, count)
        self._judge = load_judge(manifest.prior, files)
        self._denoiser = load_denoiser(files)
        self.map: PlaneMap | None = None
        if manifest.map is not None:
            for name in MAP_FILES:
                if name not in files:
                    raise BundleError(f"The model {self.name} has a map but lacks {name}.")
            self.map = PlaneMap(
                block=manifest.map,
                files=files,
                latent_size=self.latent_size,
                categories=count,
                prior=self._prior,
                category_index=self._category_index,
            )
        self._typicality = self._read_typicality(files)
        self.missing = self._reasons()
        self._try_once()

    def encode(self, images: ArrayLike) -> tuple[Floats, Floats | None]:
        """Images (n, 28, 28), float in [0, 1] or uint8 in 0..255, 1 = ink -> (mean, log_var).

        Both are float32 (n, latent_size); log_var is None for a deterministic encoder.
        """
        if self._encoder is None:
            raise self._lacking("encode")
        result = self._encoder(image=as_images(images))
        return result["mean"], result.get("log_var")

    def decode(self, latents: ArrayLike) -> Floats:
        """Latents (n, latent_size) -> images float32 (n, 28, 28) in [0, 1], 1 = ink."""
        if self._decoder is None:
            raise self._lacking("decode")
        rows = as_rows(latents, self.latent_size, "latents")
        return np.clip(self._decoder(latent=rows)["image"], 0.0, 1.0)

    def redraw(self, images: ArrayLike) -> tuple[Floats, Floats]:
        """Images (n, 28, 28) -> (redrawn (n, 28, 28), latents (n, latent_size)).

        A model with a `refinement` reads each drawing several times, which takes as many times
        longer; any other encodes and decodes once.
        """
        given = as_images(images)
        latents, _ = self.encode(given)
        if self.refinement is None:
            return self.decode(latents), latents
        return refine(given, latents, lambda i: self.encode(i)[0], self.decode, self.refinement)

    def clean(self, images: ArrayLike, noise: float) -> Floats:
        """Images (n, 28, 28) rid of Gaussian noise of a standard deviation in 0..1.

        Without noise they are given back as they are. Raises BundleError where the model has not
        learnt it.
        """
        if self._denoiser is None:
            raise self._lacking("clean")
        given, spread = as_images(images), as_share(noise, "noise")
        return given if spread == 0 else self._denoiser.clean(given, spread)

    def sample(
        self,
        n: int,
        category: str | None = None,
        temperature: float = 1.0,
        seed: int = 0,
        first: int = 0,
        *,
        judged: bool = True,
    ) -> tuple[Floats, Floats]:
        """Draw n doodles from the prior -> (images (n, 28, 28), latents (n, latent_size)).

        Every seed has an endless row of samples: sample i depends on the seed and on i alone, and
        these are the n from number `first` on (but for rounding: batches of other sizes add up in
        another order). `temperature` scales the noise of the prior (0 gives its most typical
        point, 1 the prior itself). A model with a judge chooses among `candidates` for each
        sample, unless `judged` is False. Raises BundleError where the model has no prior, or none
        that knows categories.
        """
        if self._prior is None or self._decoder is None:
            raise self._lacking("sample")
        index = self._category_index(category)
        if index is not None and not self._prior.conditional:
            raise self._lacking("sample_category")
        count, scale, number = as_count(n), as_temperature(temperature), as_seed(seed)
        start = as_count(first, "number of the first sample")
        if judged and self._judge is not None and isinstance(self._prior, FlowPrior):
            wanted = self._prior.categories_of(count, index, number, start)
            return self._judge.sample(self._prior, self.decode, wanted, scale, number, start)
        latents = self._prior.sample(count, index, scale, number, first=start)
        return self.decode(latents), latents

    @property
    def candidates(self) -> int:
        """Of how many sketches of its prior a sample is chosen, at most; 1: there is no judge."""
        return 1 if self._judge is None else self._judge.candidates

    def variations(
        self, latent: ArrayLike, n: int, distance: float = 0.4, seed: int = 0
    ) -> tuple[Floats, Floats]:
        """Doodles like a given one -> (images (n, 28, 28), latents (n, latent_size)).

        `latent` is one latent (latent_size,); `distance` in 0..1 goes from the doodle itself to
        samples that have only its category in common. Variation i depends on the seed and on i
        alone. Raises BundleError where the model has no prior.
        """
        if self._prior is None or self._decoder is None:
            raise self._lacking("variations")
        row = as_rows(np.asarray(latent)[None], self.latent_size, "latents")
        seen = None if self._head is None else self.categories[self.classify(row)[0].argmax()]
        latents = self.wander(np.repeat(row, as_count(n), 0), distance, seed, seen)
        return self.decode(latents), latents

    def wander(
        self,
        latents: ArrayLike,
        distance: float,
        seed: int = 0,
        category: str | None = None,
        first: int = 0,
    ) -> Floats:
        """Each of the latents (n, latent_size), moved by the prior over a `distance` in 0..1.

        0 leaves it where it is, 1 gives a sample of the category. Row i depends on its latent, the
        seed and `first` + i alone. A prior without categories does
        not heed the category. Raises BundleError where the model has no prior.
        """
        if self._prior is None:
            raise self._lacking("variations")
        rows = as_rows(latents, self.latent_size, "latents")
        asked = [self._category_index(category)] * len(rows)
        far, number = as_share(distance, "distance"), as_count(first, "number of the first row")
        return wander(self._prior, rows, far, as_seed(seed), asked, number)

    def complete(self, image: ArrayLike, n: int = 6, seed: int = 0) -> tuple[Floats, Floats]:
        """Finish a drawing -> (images (n, 28, 28), latents (n, latent_size)), the best first.

        `image` (28, 28) is the ink drawn so far, in the form that `encode` takes; the images
        keep it. Depends on the image, n and the seed alone. Raises BundleError where the model has
        no encoder or no prior.
        """
        if self._prior is None or self._decoder is None or self._encoder is None:
            raise self._lacking("complete")
        ink = as_images(np.asarray(image)[None])[0]
        tools = Tools(
            encode=lambda images: self.encode(images)[0],
            decode=self.decode,
            wander=partial(wander, self._prior),
            guess=None if self._head is None else self.classify,
        )
        return complete(tools, ink, as_count(n), as_seed(seed))

    def between(self, starts: ArrayLike, ends: ArrayLike, shares: ArrayLike) -> Floats:
        """Latents (n, latent_size) on the way from starts to ends, at shares (n,) in 0..1.

        Where the prior is a flow the way leads through the prior, so that what lies between two
        drawings is a drawing too, of the category that both can be if there is one. Any other
        model goes straight.
        """
        first = as_rows(starts, self.latent_size, "starts")
        last = as_rows(ends, self.latent_size, "ends")
        share = np.asarray(shares, np.float32).reshape(-1)
        if not len(first) == len(last) == len(share) or not ((share >= 0) & (share <= 1)).all():
            raise InvalidInput("Starts, ends and shares go together, and shares lie in 0..1.")
        if not isinstance(self._prior, FlowPrior) or not len(first):
            return first + share[:, None] * (last - first)
        return self._prior.between(first, last, share, self._shared(first, last))

    def path(self, waypoints: ArrayLike, kind: PathKind | None = None) -> LatentPath:
        """A path through two or more latents (m, latent_size), for morphs.

        `model` is the way that `between` goes, and None the best that there is: `model` where the
        model has it, else `straight`. Raises BundleError for `model` where it has not.
        """
        points = as_rows(waypoints, self.latent_size, "latents")
        if kind is None:
            kind = STRAIGHT if "model_path" in self.missing else MODEL
        if kind != MODEL:
            return path_through(points, kind)
        if not isinstance(self._prior, FlowPrior):
            raise self._lacking("model_path")
        return flow_path(self._prior, points, self._shared(points[:-1], points[1:]))

    def _shared(self, first: Floats, last: Floats) -> NDArray[np.integer[Any]]:
        """The category (n,) that two latents each most likely have in common; the number of
        categories, which stands for any, where they hardly have one or the model cannot tell."""
        anything = np.full(len(first), len(self.categories))
        if self._head is None:
            return anything
        together = self.classify(first) * self.classify(last)
        return np.where(together.max(axis=1) > COMMON, together.argmax(axis=1), anything)

    def classify(self, latents: ArrayLike) -> Floats:
        """Probabilities (n, K) of the categories, in the order of `categories`."""
        if self._head is None:
            raise self._lacking("classify")
        return self._head(latent=as_rows(latents, self.latent_size, "latents"))["probability"]

    def typicality(self, latents: ArrayLike) -> Floats:
        """Percentiles (n,) in 0..100: the share of real drawings that are less likely."""
        if self._typicality is None:
            raise self._lacking("typicality")
        density, quantiles = self._typicality
        rows = as_rows(latents, self.latent_size, "latents")
        percentiles = np.interp(
            density.log_density(rows), quantiles, np.linspace(0, 100, len(quantiles))
        )
        return percentiles.astype(np.float32)

    def _category_index(self, category: str | None) -> int | None:
        if category is None:
            return None
        if category in self.categories:
            return self.categories.index(category)
        raise InvalidInput(
            f"The model {self.name} does not know {category!r}{_suggest(category, self.categories)}"
        )

    def _lacking(self, capability: str) -> Unable:
        return Unable(self.missing[capability])

    def _reasons(self) -> dict[str, str]:
        there = {
            "encode": self._encoder is not None,
            "decode": self._decoder is not None,
            "sample": self._prior is not None and self._decoder is not None,
            "sample_category": self._prior is not None and self._prior.conditional,
            "map": self.map is not None,
            "classify": self._head is not None,
            "typicality": self._typicality is not None,
            "variations": self._prior is not None and self._decoder is not None,
            "complete": None not in (self._prior, self._decoder, self._encoder),
            "model_path": isinstance(self._prior, FlowPrior),
            "clean": self._denoiser is not None,
        }
        reasons = dict(_DEFAULT_REASONS)
        if self.kind == "ae":
            reasons["sample"] = _VANILLA
        if not there["sample"]:
            reasons["sample_category"] = self.info.missing.get("sample", reasons["sample"])
        reasons |= {key: text for key, text in self.info.missing.items() if key in reasons}
        reasons["variations"] = reasons["sample"]
        reasons["complete"] = reasons["encode" if self._encoder is None else "sample"]
        return {name: reasons[name] for name in CAPABILITIES if not there[name]}

    def _read_typicality(
        self, files: Mapping[str, bytes]
    ) -> tuple[GaussianPrior | FlowPrior, NDArray[np.float64]] | None:
        """The density and its quantiles over real drawings; a flow prior is its own density."""
        if TYPICALITY not in files:
            return None
        arrays = read_arrays(TYPICALITY, files[TYPICALITY])
        density: GaussianPrior | FlowPrior
        if isinstance(self._prior, FlowPrior):
            density = self._prior
        else:
            density = GaussianPrior.from_arrays(
                TYPICALITY, arrays, self.latent_size, len(self.categories)
            )
        quantiles = take_floats(TYPICALITY, arrays, "quantiles", (None,)).astype(np.float64)
        if len(quantiles) < 2 or (np.diff(quantiles) < 0).any():
            raise BundleError(f"{TYPICALITY}: 'quantiles' must be two or more rising numbers.")
        return density, quantiles

    def _try_once(self) -> None:
        """One row through every graph: a model that gives nonsense is refused when it is opened."""
        latent = np.zeros((1, self.latent_size), np.float32)
        if self._encoder is not None:
            latent, _ = self.encode(np.zeros((1, SIDE, SIDE), np.float32))
        if self._decoder is not None:
            image = self._decoder(latent=latent)["image"]
            if image.min() < -1e-3 or image.max() > 1 + 1e-3:
                raise BundleError(
                    f"The decoder of {self.name} draws values outside [0, 1]; export it again "
                    "with probabilities, not logits."
                )
        if self._head is not None:
            self.classify(latent)
        if self.map is not None:
            self.map.decode_plain(self.map.encode(latent))


def _graph(
    files: Mapping[str, bytes],
    name: str,
    inputs: Mapping[str, tuple[int, ...]],
    outputs: Mapping[str, tuple[int, ...]],
    optional: tuple[str, ...] = (),
) -> Graph | None:
    return Graph(name, files[name], inputs, outputs, optional) if name in files else None


def _suggest(word: str, known: tuple[str, ...]) -> str:
    close = difflib.get_close_matches(word.lower(), known, n=1)
    if close:
        return f"; did you mean {close[0]!r}?"
    shown = ", ".join(known[:40]) + (", ..." if len(known) > 40 else "")
    return f"; it knows {shown}." if known else "; it knows no categories."


def models_dir() -> Path:
    """The folder of the models that ship with the program."""
    return assets_dir() / "models"


def list_bundles(directory: str | os.PathLike[str] | None = None) -> list[Path]:
    """The bundles in a folder (the shipped ones by default), sorted by name; [] if it is absent.

    Only looks for the manifest; whether a bundle is intact is found out by opening it.
    """
    folder = models_dir() if directory is None else Path(directory)
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if (path / MANIFEST_NAME).is_file())


def find_bundle(path_or_name: str | os.PathLike[str]) -> Path:
    """The path of a model given by path, or by the name of one that ships with the program.

    A plain name means the shipped model of that name before anything in the working folder.
    """
    if isinstance(path_or_name, str) and re.fullmatch(r"[\w-]+", path_or_name):
        shipped = models_dir() / path_or_name
        if (shipped / MANIFEST_NAME).is_file():
            return shipped
    path = Path(path_or_name)
    if path.exists():
        return path
    names = tuple(shipped.name for shipped in list_bundles())
    close = difflib.get_close_matches(path.name, names, n=1)
    hint = f"did you mean {close[0]!r}?" if close else f"shipped models: {', '.join(names) or '-'}."
    raise BundleError(f"There is no model {str(path_or_name)!r}; {hint}")


def open_bundle(path_or_name: str | os.PathLike[str]) -> Bundle:
    """Open a model: the name of a shipped one, a folder, or a zip.

    Everything is read and verified here, once; raises BundleError with a sentence that says what
    is wrong with the model and why it is refused.
    """
    manifest, files = read_bundle(find_bundle(path_or_name))
    return Bundle(manifest, files)
