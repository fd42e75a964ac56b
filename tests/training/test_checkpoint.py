"""Checkpoints: whole or not at all, never pickled, fitting or refused."""

import errno
import os
from pathlib import Path

import keras
import numpy as np
import pytest

from aemodel.errors import TrainingError
from aemodel.training.checkpoint import (
    collect,
    load_arrays,
    pack,
    restore,
    save_arrays,
    unpack,
    write_atomically,
)


def test_a_full_disk_is_one_sentence_and_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "last.npz"
    save_arrays(path, {"a": np.arange(3)})

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(TrainingError, match=r"No space left on device.*intact"):
        save_arrays(path, {"a": np.zeros(3)})
    np.testing.assert_array_equal(load_arrays(path)["a"], np.arange(3))
    assert [entry.name for entry in tmp_path.iterdir()] == ["last.npz"]


def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path):
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def interrupted(file) -> None:
        file.write(b"half of the n")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, interrupted)
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_pickled_arrays_are_refused(tmp_path: Path):
    path = tmp_path / "evil.npz"
    np.savez(path, a=np.array([{"any": "object"}], dtype=object))
    with pytest.raises(TrainingError, match="damaged"):
        load_arrays(path)


@pytest.mark.parametrize("keep", [0, 10, 300])
def test_truncated_files_are_refused(tmp_path: Path, keep: int):
    path = tmp_path / "cut.npz"
    save_arrays(path, {"a": np.arange(100)})
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(TrainingError, match=r"cut\.npz is damaged"):
        load_arrays(path)


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(TrainingError, match="missing"):
        load_arrays(tmp_path / "none.npz")


def test_variables_come_back_and_only_into_the_same_model(tmp_path: Path):
    def model(units: int) -> keras.Model:
        return keras.Sequential([keras.Input((3,)), keras.layers.Dense(units)])

    path = tmp_path / "weights.npz"
    one, other = model(2), model(2)
    save_arrays(path, collect(one.weights, "model"))
    restore(other.weights, "model", load_arrays(path), path)
    for a, b in zip(one.get_weights(), other.get_weights(), strict=True):
        np.testing.assert_array_equal(a, b)
    for wrong in (model(4), keras.Sequential([keras.Input((3,))])):
        with pytest.raises(TrainingError, match="another model"):
            restore(wrong.weights, "model", load_arrays(path), path)


def test_plain_values_travel_exactly():
    state = {"history": [{"loss": 0.1 + 0.2, "epoch": 1}], "best": float("inf"), "done": False}
    assert unpack(pack(state)) == state
