"""What an object must offer to be measured. Every bundle does."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.floating]


class MeasuredMap(Protocol):
    """A plane over the latents."""

    variance_kept: float

    @property
    def extent(self) -> tuple[float, float, float, float]: ...

    def encode(self, latents: FloatArray) -> FloatArray:
        """Latents (n, latent_size) to points (n, 2)."""

    def decode(
        self,
        points: FloatArray,
        seed: int = 0,
        category: str | None = None,
        temperature: float = 1.0,
    ) -> FloatArray:
        """Points (n, 2) to latents (n, latent_size)."""


class MeasuredModel(Protocol):
    """An autoencoder with its prior. `missing` gives the reason for what it cannot do."""

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def categories(self) -> tuple[str, ...]: ...
    @property
    def latent_size(self) -> int: ...
    @property
    def missing(self) -> dict[str, str]: ...
    @property
    def map(self) -> MeasuredMap | None: ...
    @property
    def candidates(self) -> int:
        """How many sketches of its prior each sample is chosen from; 1: it is not chosen."""

    @property
    def refinement(self) -> object | None:
        """How a drawing is read more than once; None where once is all."""

    def encode(self, images: FloatArray) -> tuple[FloatArray, FloatArray | None]:
        """Images (n, 28, 28) in [0, 1] to mean and log-variance (None: deterministic)."""

    def decode(self, latents: FloatArray) -> FloatArray:
        """Latents (n, latent_size) to images (n, 28, 28) in [0, 1]."""

    def redraw(self, images: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Images (n, 28, 28) redrawn as well as the model can, and their latents."""

    def sample(
        self,
        n: int,
        category: str | None = None,
        temperature: float = 1.0,
        seed: int = 0,
        *,
        judged: bool = True,
    ) -> tuple[FloatArray, FloatArray]:
        """New images (n, 28, 28) and their latents; chosen by the model's judge, if it has one."""

    def between(self, starts: FloatArray, ends: FloatArray, shares: FloatArray) -> FloatArray:
        """Latents (n, latent_size) at shares (n,) of the model's own way from starts to ends."""

    def classify(self, latents: FloatArray) -> FloatArray:
        """Probabilities (n, K) of the categories."""

    def typicality(self, latents: FloatArray) -> FloatArray:
        """Percentiles (n,) in 0..100."""


class DoodleClassifier(Protocol):
    """The frozen classifier that features and recognition rates come from."""

    @property
    def categories(self) -> tuple[str, ...]: ...

    def classify(self, images: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Images (n, 28, 28) in [0, 1] to features (n, d) and logits (n, categories)."""
