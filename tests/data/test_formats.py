"""The three official forms: round trips, damage, limits."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aemodel.data import formats
from aemodel.data.formats import DamageReport, open_bitmaps, read_raw, read_simplified
from aemodel.errors import DataError

LINE = '{"word":"cat","key_id":"1","recognized":true,"drawing":[[[0,255],[3,4]],[[7],[8]]]}'
RAW = '{"word":"cat","key_id":"2","drawing":[[[1.5,200.25],[3,4],[0,17]]]}'


def save(path, rows):
    np.save(path, rows)
    return path


def test_bitmaps_are_mapped_not_read(tmp_path):
    rows = np.random.default_rng(0).integers(0, 256, (5, 784), dtype=np.uint8)
    report = DamageReport()
    images = open_bitmaps(save(tmp_path / "cat.npy", rows), report)
    assert isinstance(images, np.memmap)
    assert images.shape == (5, 28, 28)
    assert np.array_equal(images.reshape(5, 784), rows)
    assert report.damages == []
    assert report.summary() == ""


def test_a_truncated_bitmap_file_gives_its_whole_rows(tmp_path):
    rows = np.arange(10 * 784, dtype=np.int64).astype(np.uint8).reshape(10, 784)
    path = save(tmp_path / "cat.npy", rows)
    path.write_bytes(path.read_bytes()[: -3 * 784 - 100])
    report = DamageReport()
    assert np.array_equal(open_bitmaps(path, report).reshape(-1, 784), rows[:6])
    assert report.left_out == 4
    assert "ends after 6 of 10" in str(report.damages[0])
    assert str(path) in report.summary()


@pytest.mark.parametrize(
    "rows",
    [
        np.zeros((3, 784), dtype=np.float32),
        np.zeros((3, 783), dtype=np.uint8),
        np.zeros((3, 28, 28), dtype=np.uint8),
        np.asfortranarray(np.zeros((3, 784), dtype=np.uint8)),
        np.zeros(784, dtype=np.uint8),
    ],
    ids=lambda rows: f"{rows.dtype}{rows.shape}",
)
def test_arrays_of_another_form_are_refused(tmp_path, rows):
    with pytest.raises(DataError, match="numpy_bitmap"):
        open_bitmaps(save(tmp_path / "x.npy", rows))


def test_pickles_are_refused(tmp_path):
    path = tmp_path / "x.npy"
    np.save(path, np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(DataError):
        open_bitmaps(path)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_bitmaps_or_a_data_error(tmp_path_factory, content, with_magic):
    path = tmp_path_factory.mktemp("bytes") / "x.npy"
    path.write_bytes(b"\x93NUMPY\x01\x00" * with_magic + content)
    with pytest.raises(DataError):
        open_bitmaps(path)


def test_missing_files_are_a_sentence(tmp_path):
    with pytest.raises(DataError, match="cannot be read"):
        open_bitmaps(tmp_path / "no.npy")
    with pytest.raises(DataError, match="cannot be read"):
        list(read_simplified(tmp_path / "no.ndjson"))


def test_simplified_and_raw_lines(tmp_path):
    (tmp_path / "s.ndjson").write_text(LINE + "\n\n" + LINE + "\n")
    first, second = read_simplified(tmp_path / "s.ndjson")
    assert first.word == "cat"
    assert first.recognized is True
    assert [stroke.tolist() for stroke in first.strokes] == [[[0, 3], [255, 4]], [[7, 8]]]
    assert (first.line, second.line) == (1, 3)
    (tmp_path / "r.ndjson").write_text(RAW)
    (raw,) = read_raw(tmp_path / "r.ndjson")
    assert raw.strokes[0].tolist() == [[1.5, 3], [200.25, 4]]
    assert raw.times[0].tolist() == [0, 17]
    assert raw.recognized is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not valid JSON"),
        ("[1]", "not a JSON object"),
        ('{"word":"cat"}', "no strokes"),
        ('{"drawing":[]}', "no strokes"),
        ('{"drawing":"x"}', "no strokes"),
        ('{"drawing":[[[1,2]]]}', "stroke 1"),
        ('{"drawing":[[[1],[2]],[[1,2],[3]]]}', "stroke 2"),
        ('{"drawing":[[[],[]]]}', "stroke 1"),
        ('{"drawing":[[["1"],[2]]]}', "not a number"),
        ('{"drawing":[[[NaN],[2]]]}', "not finite"),
        ('{"drawing":[[[1e999],[2]]]}', "not finite"),
        ('{"drawing":[[[true],[2]]]}', "not a number"),
        ('{"drawing":[[[1' + "0" * 400 + "],[2]]]}", "stroke 1"),
        ('{"drawing":' + "[" * 100_000, "JSON"),
    ],
)
def test_a_damaged_line_costs_only_itself(tmp_path, line, reason):
    path = tmp_path / "cat.ndjson"
    path.write_text(f"{LINE}\n{line}\n{LINE}\n")
    report = DamageReport()
    assert [record.line for record in read_simplified(path, report)] == [1, 3]
    (damage,) = report.damages
    assert damage.line == 2
    assert reason in damage.reason
    assert f"{path}, line 2" in str(damage)
    assert report.left_out == 1


def test_a_truncated_last_line_says_so(tmp_path):
    path = tmp_path / "cat.ndjson"
    path.write_text(f"{LINE}\n{LINE[:40]}")
    report = DamageReport()
    assert len(list(read_simplified(path, report))) == 1
    assert "truncated" in report.damages[0].reason


def test_bytes_that_are_not_text_and_lines_that_are_too_long(tmp_path, monkeypatch):
    monkeypatch.setattr(formats, "MAX_LINE_BYTES", 1000)
    monkeypatch.setattr(formats, "MAX_POINTS", 20)
    many = json.dumps({"drawing": [[list(range(21)), list(range(21))]]})
    path = tmp_path / "cat.ndjson"
    lines = [LINE.encode(), b"\xff\xfe", b" " * 5000, LINE.encode(), many.encode()]
    path.write_bytes(b"\n".join(lines) + b"\n")
    report = DamageReport()
    assert [record.line for record in read_simplified(path, report)] == [1, 4]
    reasons = [(damage.line, damage.reason) for damage in report.damages]
    assert [line for line, _ in reasons] == [2, 3, 5]
    assert "UTF-8" in reasons[0][1]
    assert "longer than 1000" in reasons[1][1]
    assert "more than 20 points" in reasons[2][1]
    assert report.summary().startswith("3 drawings left out in 1 file")


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_reported(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("lines") / "x.ndjson"
    path.write_bytes(content + b"\n" + LINE.encode())
    report = DamageReport()
    records = list(read_simplified(path, report))
    assert records[-1].strokes[1].tolist() == [[7, 8]]
    assert len(records) + len(report.damages) >= 1


numbers = st.integers(-1000, 1000) | st.floats(-1e6, 1e6)
strokes = st.integers(1, 6).flatmap(
    lambda n: st.tuples(*[st.lists(numbers, min_size=n, max_size=n) for _ in range(3)])
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(strokes, min_size=1, max_size=4), min_size=1, max_size=5))
def test_what_is_written_is_read(tmp_path_factory, drawings):
    path = tmp_path_factory.mktemp("raw") / "x.ndjson"
    path.write_text("\n".join(json.dumps({"drawing": drawing}) for drawing in drawings))
    records = list(read_raw(path))
    assert len(records) == len(drawings)
    for record, drawing in zip(records, drawings, strict=True):
        for points, times, stroke in zip(record.strokes, record.times, drawing, strict=True):
            assert points.T.tolist() == [list(map(float, axis)) for axis in stroke[:2]]
            assert times.tolist() == list(map(float, stroke[2]))


def test_official_files(quickdraw_dir):
    report = DamageReport()
    records = list(read_simplified(quickdraw_dir / "simplified" / "dog.ndjson", report))
    assert len(records) > 100
    assert {record.word for record in records} == {"dog"}
    assert report.damages == []
