"""Downloads against a local server with faults: dropped connections, wrong lengths, no range."""

import base64
import errno
import hashlib
import http.server
import json
import threading

import numpy as np
import pytest

from aemodel.cli import main
from aemodel.data import download
from aemodel.data.categories import CATEGORIES
from aemodel.data.download import check_categories, fetch, fetch_category, file_url
from aemodel.data.formats import open_bitmaps
from aemodel.errors import DataError

BODY = np.random.default_rng(0).integers(0, 256, 300_000, dtype=np.uint8).tobytes()


class Handler(http.server.BaseHTTPRequestHandler):
    """Serves `server.files`; the knobs of `server` make it misbehave."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        server = self.server
        wanted = self.headers.get("Range")
        server.requests.append((self.path, wanted))
        body = server.files.get(self.path)
        if body is None:
            self.send_error(404)
            return
        start = 0
        tag = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
        same = self.headers.get("If-Range") == tag
        if wanted and server.ranges and same:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
            if start >= len(body):
                self.send_error(416)
                return
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
        else:
            self.send_response(200)
        rest = body[start:]
        self.send_header("Content-Length", str(len(rest) + server.extra_length))
        if server.tags:
            self.send_header("ETag", tag)
        if server.md5:
            self.send_header("x-goog-hash", "crc32c=AAAAAA==")
            self.send_header("x-goog-hash", f"md5={server.md5}")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        if server.drops:
            rest = rest[: server.drops.pop(0)]
        self.wfile.write(rest)

    def log_message(self, *args):
        pass


@pytest.fixture
def server():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.files, server.requests, server.drops = {"/x.npy": BODY}, [], []
    server.ranges, server.tags, server.extra_length, server.md5 = True, True, 0, None
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    server.base = f"http://127.0.0.1:{server.server_address[1]}"
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def beside(target):
    return sorted(path.name for path in target.parent.iterdir())


def test_a_whole_file(server, tmp_path):
    seen = []
    target = tmp_path / "deep" / "x.npy"
    fetch(f"{server.base}/x.npy", target, progress=lambda done, total: seen.append((done, total)))
    assert target.read_bytes() == BODY
    assert seen[-1] == (len(BODY), len(BODY))
    assert beside(target) == ["x.npy"]


def test_a_dropped_connection_goes_on_where_it_stopped(server, tmp_path):
    server.drops = [100_000, 50_000]
    target = tmp_path / "x.npy"
    fetch(f"{server.base}/x.npy", target)
    assert target.read_bytes() == BODY
    assert [wanted for _, wanted in server.requests] == [None, "bytes=100000-", "bytes=150000-"]
    assert beside(target) == ["x.npy"]


def test_a_killed_fetch_goes_on_with_the_next_command(server, tmp_path):
    server.drops = [100_000, 0, 0, 0, 0]
    target = tmp_path / "x.npy"
    with pytest.raises(DataError, match=r"dropped after 100000 bytes.*run the command again"):
        fetch(f"{server.base}/x.npy", target)
    assert beside(target) == ["x.npy.part", "x.npy.part.json"]
    server.requests.clear()
    server.drops = []
    fetch(f"{server.base}/x.npy", target)
    assert target.read_bytes() == BODY
    assert server.requests == [("/x.npy", "bytes=100000-")]


def test_a_file_that_changed_meanwhile_is_fetched_anew(server, tmp_path):
    server.drops = [100_000, 0, 0, 0]
    target = tmp_path / "x.npy"
    with pytest.raises(DataError):
        fetch(f"{server.base}/x.npy", target)
    server.files["/x.npy"] = BODY[::-1]
    fetch(f"{server.base}/x.npy", target)
    assert target.read_bytes() == BODY[::-1]


@pytest.mark.parametrize("knob", ["ranges", "tags"])
def test_servers_without_ranges_or_tags(server, tmp_path, knob):
    setattr(server, knob, False)
    server.drops = [100_000, 120_000]
    target = tmp_path / "x.npy"
    fetch(f"{server.base}/x.npy", target)
    assert target.read_bytes() == BODY


def test_a_wrong_length_is_never_taken_for_the_file(server, tmp_path):
    server.extra_length = 1000
    target = tmp_path / "x.npy"
    with pytest.raises(DataError, match="300000 bytes instead of 301000"):
        fetch(f"{server.base}/x.npy", target)
    assert not target.exists()


def test_a_part_that_is_longer_than_the_file_starts_over(server, tmp_path):
    target = tmp_path / "x.npy"
    (tmp_path / "x.npy.part").write_bytes(b"?" * (len(BODY) + 5))
    tag = f'"{hashlib.sha256(BODY).hexdigest()[:12]}"'
    noted = {"url": f"{server.base}/x.npy", "length": None, "tag": tag, "md5": None}
    (tmp_path / "x.npy.part.json").write_text(json.dumps(noted))
    fetch(f"{server.base}/x.npy", target)
    assert target.read_bytes() == BODY
    assert len(server.requests) == 2


@pytest.mark.parametrize("noted", ["", "[]", '{"url": 1}', "null"])
def test_a_damaged_note_beside_a_part_starts_over(server, tmp_path, noted):
    (tmp_path / "x.npy.part").write_bytes(b"?" * 10)
    (tmp_path / "x.npy.part.json").write_text(noted)
    fetch(f"{server.base}/x.npy", tmp_path / "x.npy")
    assert (tmp_path / "x.npy").read_bytes() == BODY


def test_checksums(server, tmp_path):
    server.md5 = base64.b64encode(hashlib.md5(BODY).digest()).decode()
    fetch(f"{server.base}/x.npy", tmp_path / "x.npy")
    assert (tmp_path / "x.npy").read_bytes() == BODY
    server.md5 = base64.b64encode(hashlib.md5(b"other").digest()).decode()
    with pytest.raises(DataError, match="arrived damaged"):
        fetch(f"{server.base}/x.npy", tmp_path / "y.npy")
    assert beside(tmp_path / "x.npy") == ["x.npy"]


def test_not_there(server, tmp_path):
    with pytest.raises(DataError, match="answers 404"):
        fetch(f"{server.base}/none.npy", tmp_path / "x.npy")


def test_no_network(server, tmp_path):
    server.shutdown()
    server.server_close()
    with pytest.raises(DataError, match=r"127\.0\.0\.1 cannot be reached.*check the network"):
        fetch(f"{server.base}/x.npy", tmp_path / "x.npy")


def test_a_full_disk_keeps_what_came(server, tmp_path, monkeypatch):
    usage = download.shutil.disk_usage(tmp_path)
    monkeypatch.setattr(download.shutil, "disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(DataError, match="is full"):
        fetch(f"{server.base}/x.npy", tmp_path / "x.npy")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.undo()
    monkeypatch.setattr(download.os, "fsync", full)
    with pytest.raises(DataError, match="make room"):
        fetch(f"{server.base}/x.npy", tmp_path / "x.npy")
    monkeypatch.undo()
    server.requests.clear()
    fetch(f"{server.base}/x.npy", tmp_path / "x.npy")
    assert server.requests == []  # all bytes had come


def test_official_addresses_and_names():
    assert len(CATEGORIES) == len(set(CATEGORIES)) == 345
    assert file_url("The Eiffel Tower", "simplified") == (
        "https://storage.googleapis.com/quickdraw_dataset/full/simplified/"
        "The%20Eiffel%20Tower.ndjson"
    )
    assert file_url("cat").endswith("/numpy_bitmap/cat.npy")
    check_categories(["cat", "The Mona Lisa"])
    with pytest.raises(DataError, match=r"no category 'aeroplane'.*'airplane'"):
        check_categories(["cat", "aeroplane"])
    with pytest.raises(DataError, match="http"):
        file_url("cat", base_url="file:///etc")


def test_the_command(server, tmp_path, capsys):
    rows = np.random.default_rng(1).integers(0, 256, (20, 784), dtype=np.uint8)
    np.save(tmp_path / "rows.npy", rows)
    server.files = {
        "/numpy_bitmap/cat.npy": (tmp_path / "rows.npy").read_bytes(),
        "/numpy_bitmap/hot%20dog.npy": (tmp_path / "rows.npy").read_bytes(),
    }
    to = tmp_path / "data"
    command = ["data", "fetch", "cat", "hot dog", "--to", str(to), "--base-url", server.base]
    assert main(command) == 0
    assert len(open_bitmaps(to / "bitmap" / "hot dog.npy")) == 20
    assert main(command) == 0
    assert len(server.requests) == 2  # nothing is fetched twice
    sheet = tmp_path / "sheet.png"
    assert main(["data", "info", str(to), "--contact-sheet", str(sheet)]) == 0
    printed = capsys.readouterr().out
    assert "hot dog   bitmap        20" in printed
    assert sheet.read_bytes().startswith(b"\x89PNG")
    assert main(["data", "fetch", "dog", "--to", str(to), "--base-url", server.base]) == 1
    assert main(["data", "fetch", "kat", "--to", str(to)]) == 1
    assert main(["data", "fetch", "--to", str(to)]) == 1
    errors = capsys.readouterr().err
    assert "answers 404" in errors
    assert "'cat'" in errors
    assert "Traceback" not in errors


def test_fetching_again_replaces_the_file(server, tmp_path):
    server.files = {"/raw/cat.ndjson": b"old"}
    options = {"form": "raw", "base_url": server.base}
    target = fetch_category("cat", tmp_path, **options)
    server.files = {"/raw/cat.ndjson": b"new"}
    assert fetch_category("cat", tmp_path, **options).read_bytes() == b"old"
    assert fetch_category("cat", tmp_path, again=True, **options) == target
    assert target.read_bytes() == b"new"
