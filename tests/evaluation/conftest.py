"""Toy drawings, a toy classifier and a toy model: everything that the suite needs, in NumPy."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from aemodel.data.dataset import Dataset, LabelledDrawings, LoadReport

SHAPES = ("bars", "ring", "cross")
YS, XS = np.mgrid[0:28, 0:28].astype(np.float32)


def draw_shapes(n: int, seed: int) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """n drawings of each toy category, jittered, uint8 (3 n, 28, 28), and labels."""
    rng = np.random.default_rng(seed)
    images = []
    for label in range(3):
        for _ in range(n):
            x, y, size = rng.uniform(11, 17), rng.uniform(11, 17), rng.uniform(5, 9)
            dx, dy = XS - x, YS - y
            if label == 0:
                distance = np.abs(np.abs(dy) - size / 2) + 10 * (np.abs(dx) > size)
            elif label == 1:
                distance = np.abs(np.hypot(dx, dy) - size)
            else:
                distance = np.minimum(np.abs(dx), np.abs(dy)) + 10 * (np.hypot(dx, dy) > size)
            images.append(np.clip(1.5 - distance, 0, 1))
    return np.round(255 * np.array(images)).astype(np.uint8), np.repeat(np.arange(3), n)


def toy_dataset() -> Dataset:
    """Three categories; 60 training and 24 held-out drawings of each on either side."""
    train, validation, test = (
        LabelledDrawings(*draw_shapes(n, seed), SHAPES) for seed, n in enumerate((60, 24, 24))
    )
    return Dataset(train, validation, test, LoadReport())


class ToyClassifier:
    """Twelve fixed projections of the pixels as features; the nearest category mean wins."""

    def __init__(self, categories: tuple[str, ...] = SHAPES) -> None:
        self.categories = categories
        self.manifest = {"accuracy": 0.99, "sha256": "0" * 64}
        self._weights = np.random.default_rng(0).normal(size=(784, 12)) / 28
        images, labels = draw_shapes(60, seed=100)
        features = self._project(images / 255)
        self._means = np.stack([features[labels == label].mean(axis=0) for label in range(3)])

    def _project(self, images: NDArray[np.floating]) -> NDArray[np.float64]:
        shifts = [(dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]
        blurred = np.sum([np.roll(images, shift, (1, 2)) for shift in shifts], axis=0)
        return np.asarray(blurred.reshape(len(images), -1) @ self._weights)

    def classify(
        self, images: NDArray[np.floating]
    ) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
        features = self._project(np.asarray(images, dtype=np.float64))
        distances = ((features[:, None] - self._means[None]) ** 2).sum(axis=-1)
        return features, -distances


class ToyMap:
    """The first two principal axes."""

    extent = (-3.0, 3.0, -3.0, 3.0)
    variance_kept = 0.25

    def __init__(self, size: int) -> None:
        self._size = size

    def encode(self, latents: NDArray[np.floating]) -> NDArray[np.floating]:
        return np.asarray(latents[:, :2])

    def decode(
        self,
        points: NDArray[np.floating],
        seed: int = 0,
        category: str | None = None,
        temperature: float = 1.0,
    ) -> NDArray[np.floating]:
        latents = np.zeros((len(points), self._size), dtype=np.float32)
        latents[:, :2] = points
        latents[:, 2:] = (
            0.3 * temperature * np.random.default_rng(seed).standard_normal(self._size - 2)
        )
        return latents


class PcaModel:
    """Whitened principal components as a model that can do everything, with Gaussian posteriors.

    `lacking` takes capabilities away, as a bundle of a lesser kind would.
    """

    title, kind, latent_size = "Toy", "pca", 12

    def __init__(
        self,
        name: str = "toy",
        categories: tuple[str, ...] = SHAPES,
        lacking: tuple[str, ...] = (),
        deterministic: bool = False,
        refinement: object | None = None,
        candidates: int = 1,
    ) -> None:
        self.refinement, self.candidates = refinement, candidates
        self.name, self.categories = name, categories
        self.missing = {capability: f"No {capability} here." for capability in lacking}
        self.deterministic = deterministic
        images, labels = draw_shapes(60, seed=0)
        flat = images.reshape(len(images), -1) / 255
        self._mean = flat.mean(axis=0)
        _, values, axes = np.linalg.svd(flat - self._mean, full_matrices=False)
        self._scale = values[:12] / np.sqrt(len(flat))
        self._axes = axes[:12]
        self.map = None if "map" in lacking else ToyMap(12)
        latents = self.encode(images / 255)[0]
        self._by_category = [latents[labels == label] for label in range(3)]

    def encode(
        self, images: NDArray[np.floating]
    ) -> tuple[NDArray[np.floating], NDArray[np.floating] | None]:
        flat = np.asarray(images).reshape(len(images), -1) - self._mean
        mean = (flat @ self._axes.T / self._scale).astype(np.float32)
        return mean, None if self.deterministic else np.full_like(mean, -4.0)

    def decode(self, latents: NDArray[np.floating]) -> NDArray[np.floating]:
        flat = (latents * self._scale) @ self._axes + self._mean
        return np.clip(flat, 0, 1).astype(np.float32).reshape(-1, 28, 28)

    def sample(
        self,
        n: int,
        category: str | None = None,
        temperature: float = 1.0,
        seed: int = 0,
        *,
        judged: bool = True,
    ) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
        rng = np.random.default_rng(seed)
        labels = rng.integers(3, size=n)
        if category is not None:
            labels[:] = self.categories.index(category)
        latents = np.stack([self._by_category[i][rng.integers(60)] for i in labels])
        unlike = temperature if judged else 8 * temperature
        latents = latents + np.float32(0.1 * unlike) * rng.standard_normal(latents.shape)
        return self.decode(latents), latents.astype(np.float32)

    def redraw(
        self, images: NDArray[np.floating]
    ) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
        """With a refinement, twice as bright: told apart from a single pass."""
        latents = self.encode(images)[0]
        if self.refinement is not None:
            latents = 2 * latents
        return self.decode(latents), latents

    def between(
        self,
        starts: NDArray[np.floating],
        ends: NDArray[np.floating],
        shares: NDArray[np.floating],
    ) -> NDArray[np.floating]:
        return np.asarray(starts + shares[:, None] * (ends - starts), np.float32)

    def classify(self, latents: NDArray[np.floating]) -> NDArray[np.floating]:
        _, logits = ToyClassifier().classify(self.decode(latents))
        return np.asarray(np.exp(logits - logits.max(axis=1, keepdims=True)))

    def typicality(self, latents: NDArray[np.floating]) -> NDArray[np.floating]:
        return np.full(len(latents), 50.0)


@pytest.fixture(scope="session", autouse=True)
def one_blas_thread() -> Iterator[None]:
    """These matrices are tiny: on a busy machine the threads of BLAS only wait for one another."""
    with threadpool_limits(1):
        yield


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    return toy_dataset()


@pytest.fixture(scope="session")
def classifier() -> ToyClassifier:
    return ToyClassifier()


@pytest.fixture(scope="session")
def make_model() -> type[PcaModel]:
    return PcaModel


@pytest.fixture(scope="session")
def shape_drawings() -> Callable[..., tuple[NDArray[np.uint8], NDArray[np.int64]]]:
    return draw_shapes


@pytest.fixture
def report_path(tmp_path: Path) -> Path:
    return tmp_path / "evaluation.json"
