"""Graphs of the wrong form are refused when a model is opened, in words."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy_bundle import LATENT, basis, decoder_graph, encoder_graph, swap_file
from toy_graphs import GraphWriter, dense_graph

from aemodel.bundle import open_bundle
from aemodel.bundle.graphs import BATCH_SIZES, Graph, chunks
from aemodel.errors import BundleError

Toy = Callable[..., Path]
ROWS = basis()


@given(st.integers(0, 1000))
def test_chunks_cover_the_rows_in_few_sizes(rows: int) -> None:
    parts = list(chunks(rows))
    assert sum(used for _, used in parts) == rows
    assert all(0 < used <= size and size in BATCH_SIZES for size, used in parts)
    assert sum(size for size, _ in parts) <= rows + 2
    assert all(size == used for size, used in parts[:-1])


def with_nan(rows: np.ndarray) -> np.ndarray:
    return np.where(np.arange(rows.size).reshape(rows.shape) == 1000, np.nan, rows)


def int_decoder() -> bytes:
    graph = GraphWriter()
    latent = graph.input("latent", (LATENT,), "int32")
    return graph.finish({"image": graph.reshape(latent, (LATENT,))})


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("encoder.tflite", b"", "not a LiteRT graph"),
        ("encoder.tflite", b"garbage" * 100, "not a LiteRT graph"),
        ("encoder.tflite", encoder_graph(ROWS, log_var=True)[:2000], "not a LiteRT graph"),
        ("encoder.tflite", encoder_graph(ROWS[:5], log_var=False), r"output mean .*\(-1, 5\)"),
        ("encoder.tflite", encoder_graph(with_nan(ROWS), log_var=True), "weights.* not finite"),
        ("encoder.tflite", decoder_graph(ROWS), r"takes \['latent'\] instead of \['image'\]"),
        ("encoder.tflite", dense_graph("image", "mean", ROWS, np.zeros(LATENT)), "input image"),
        ("decoder.tflite", decoder_graph(ROWS[:7]), r"input latent of shape \(-1, 7\)"),
        ("decoder.tflite", decoder_graph(with_nan(ROWS)), "not finite"),
        ("decoder.tflite", decoder_graph(ROWS, logits=True), "probabilities, not logits"),
        ("decoder.tflite", int_decoder(), "int32"),
        ("map_encoder.tflite", dense_graph("latent", "spot", ROWS[:2, :LATENT], [0, 0]), "'point'"),
        ("head.tflite", dense_graph("latent", "probability", ROWS[:4, :LATENT], [0] * 4), "n, 3"),
    ],
)  # fmt: skip
def test_a_graph_of_another_form_is_refused(
    toy: Toy, file: str, content: bytes, words: str
) -> None:
    folder = toy("full")
    swap_file(folder, file, content)
    with pytest.raises(BundleError, match=words) as caught:
        open_bundle(folder)
    assert file.removesuffix(".tflite") in str(caught.value)


def test_outputs_that_are_not_finite_are_refused_at_any_time() -> None:
    content = dense_graph("latent", "mean", [[1e38]], [0])
    graph = Graph("g", content, {"latent": (1,)}, {"mean": (1,)})
    assert graph(latent=np.ones((3, 1), np.float32))["mean"].max() == np.float32(1e38)
    with pytest.raises(BundleError, match="not finite"):
        graph(latent=np.array([[1], [100]], np.float32))
