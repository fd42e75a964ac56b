"""A category of one's own, from a handful of drawings of something the model never saw."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from aemodel.bundle.arrays import read_arrays, take_floats, write_arrays
from aemodel.bundle.checks import (
    SIDE,
    Floats,
    InvalidInput,
    as_count,
    as_images,
    as_seed,
    as_temperature,
)
from aemodel.bundle.noise import generators
from aemodel.errors import BundleError

FEWEST = 2
MOST = 1000
NAME_LIMIT = 80
MIX = 0.3
"""Largest share of a second drawing in a new one, at temperature 1."""
DISTANCE = 0.1
"""How far the prior moves what was mixed, at temperature 1; see `Bundle.wander`."""


class Sampler(Protocol):
    """What is needed of a model."""

    @property
    def name(self) -> str: ...
    @property
    def latent_size(self) -> int: ...
    def encode(self, images: ArrayLike) -> tuple[Floats, Floats | None]: ...
    def decode(self, latents: ArrayLike) -> Floats: ...
    def wander(
        self,
        latents: ArrayLike,
        distance: float,
        seed: int = 0,
        category: str | None = None,
        first: int = 0,
    ) -> Floats: ...


@dataclass(frozen=True)
class LearnedCategory:
    """A category told by example, as plain data.

    Attributes:
        name: what it is called.
        model: the name of the model in whose latent space it lives.
        latents: float32 (2, shots, L), the drawings and their mirror images.
        images: uint8 (shots, 28, 28), the drawings, 255 = ink, for another model to learn from; or
            None.
    """

    name: str
    model: str
    latents: Floats
    images: NDArray[np.uint8] | None = None

    def sample(
        self, model: Sampler, n: int, temperature: float = 1.0, seed: int = 0, first: int = 0
    ) -> tuple[Floats, Floats]:
        """New drawings of the category -> (images (n, 28, 28), latents (n, L)).

        Each lies between two of the examples, and is moved by the prior of the model into the
        region where drawings are. `temperature` says how far from the examples: at 0 they
        are redrawn. A seed stands for an endless row of samples; these are the n from number
        `first` on. Raises BundleError for another model than the one that learnt, and where that
        has no prior.
        """
        if model.name != self.model or model.latent_size != self.latents.shape[2]:
            raise InvalidInput(
                f"The category {self.name!r} was learnt by the model {self.model}; "
                f"for {model.name}, learn it again from the drawings."
            )
        heat = as_temperature(temperature)
        rows = np.empty((as_count(n), self.latents.shape[2]), np.float32)
        chances = generators(n, as_seed(seed), first=as_count(first, "number of the first sample"))
        for row, chance in zip(rows, chances, strict=True):
            side = self.latents[chance.integers(2)]
            one, other = chance.permutation(len(side))[:2]
            share = min(1.0, heat) * MIX * chance.random(dtype=np.float32)
            row[:] = (1 - share) * side[one] + share * side[other]
        latents = model.wander(rows, min(1.0, DISTANCE * heat), seed + 1, first=first)
        return model.decode(latents), latents

    def to_bytes(self) -> bytes:
        """As an `.npz` of plain arrays."""
        words = {"name": self.name, "model": self.model}
        texts = {key: np.frombuffer(text.encode(), np.uint8) for key, text in words.items()}
        drawings = {} if self.images is None else {"images": self.images}
        return write_arrays({**texts, **drawings, "latents": self.latents})

    @classmethod
    def from_bytes(cls, content: bytes) -> "LearnedCategory":
        """What `to_bytes` gave. Raises BundleError for anything else."""
        what = "The learnt category"
        arrays = read_arrays(what, content)
        try:
            name, model = (
                bytes(arrays[key].astype(np.uint8)).decode() for key in ("name", "model")
            )
        except (KeyError, ValueError) as error:
            raise BundleError(f"{what} lacks its name or its model.") from error
        latents = take_floats(what, arrays, "latents", (2, None, None))
        if not FEWEST <= latents.shape[1] <= MOST:
            raise BundleError(f"{what} must have {FEWEST} to {MOST} examples.")
        images = None
        if "images" in arrays:
            due = (latents.shape[1], SIDE, SIDE)
            if arrays["images"].dtype != np.uint8 or arrays["images"].shape != due:
                raise BundleError(f"The drawings of {what.lower()} do not fit its latents.")
            images = arrays["images"].astype(np.uint8)
        return cls(_named(name), model, latents, images)


def learn_category(model: Sampler, images: ArrayLike, name: str) -> LearnedCategory:
    """Learn a category from drawings (n, 28, 28), five or more for a fair impression.

    Raises BundleError for fewer than two drawings, or a model that cannot read them.
    """
    shots = as_images(images)
    if not FEWEST <= len(shots) <= MOST:
        raise InvalidInput(
            f"A category is learnt from {FEWEST} to {MOST} drawings, better five or more; "
            f"here are {len(shots)}."
        )
    both = [model.encode(side)[0] for side in (shots, shots[:, :, ::-1])]
    levels = np.rint(shots * 255).astype(np.uint8)
    return LearnedCategory(_named(name), model.name, np.stack(both), levels)


def _named(name: str) -> str:
    plain = " ".join(name.split())
    if not plain or len(plain) > NAME_LIMIT or not plain.isprintable():
        raise InvalidInput(f"A category needs a name of 1 to {NAME_LIMIT} letters.")
    return plain
