"""Arrays in a bundle: round trip, no pickle, no shape that the bytes do not fill."""

import io
import pickle
import struct
import zipfile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from aemodel.bundle import arrays
from aemodel.bundle.arrays import read_arrays, take_floats, write_arrays
from aemodel.errors import BundleError

numbers = hnp.arrays(
    st.sampled_from(["float32", "float16", "uint8", "int64"]), hnp.array_shapes(min_side=0)
)


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), numbers, max_size=4))
def test_arrays_read_back(named: dict[str, np.ndarray]) -> None:
    content = write_arrays(named)
    again = read_arrays("map.npz", content)
    assert set(again) == set(named)
    for name, array in named.items():
        np.testing.assert_array_equal(again[name], array)
        assert again[name].dtype == array.dtype
    assert write_arrays(named) == content


def test_numpy_reads_them_too() -> None:
    content = write_arrays({"a": np.arange(3)})
    with np.load(io.BytesIO(content), allow_pickle=False) as loaded:
        np.testing.assert_array_equal(loaded["a"], np.arange(3))


@given(st.binary(max_size=200))
def test_what_is_no_archive_is_refused(content: bytes) -> None:
    with pytest.raises(BundleError, match=r"map\.npz"):
        read_arrays("map.npz", content)


def packed(member: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.npy", member)
    return buffer.getvalue()


@given(st.binary(max_size=200))
def test_members_that_are_no_arrays_are_refused(member: bytes) -> None:
    with pytest.raises(BundleError):
        read_arrays("map.npz", packed(member))


class Trap:
    """Raises an alarm when unpickled."""

    def __reduce__(self) -> tuple:
        return pytest.fail, ("unpickled",)


def test_nothing_is_unpickled() -> None:
    header = b"{'descr': '|O', 'fortran_order': False, 'shape': (1,), }\n"
    member = b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header
    with pytest.raises(BundleError):
        read_arrays("map.npz", packed(member + pickle.dumps([Trap()])))


@pytest.mark.parametrize("shape", ["(99999999999,)", "(2,)", "(-1,)", "(True,)", "'x'"])
def test_a_shape_that_the_bytes_do_not_fill_is_refused(shape: str) -> None:
    header = f"{{'descr': '<f4', 'fortran_order': False, 'shape': {shape}, }}\n".encode()
    member = b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header + bytes(12)
    with pytest.raises(BundleError):
        read_arrays("map.npz", packed(member))


def test_arrays_that_unpack_to_too_much_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = write_arrays({"a": np.zeros(10_000)})
    monkeypatch.setattr(arrays, "FILE_LIMIT", 10_000)
    with pytest.raises(BundleError, match="unpacks to more"):
        read_arrays("map.npz", content)


def test_bytes_stand_for_levels() -> None:
    floats = take_floats("map.npz", {"a": np.array([0, 51, 255], np.uint8)}, "a", (3,))
    np.testing.assert_allclose(floats, [0, 0.2, 1])
