"""The manifest parser: what is written reads back; whatever else gets one clear sentence."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aemodel.bundle.manifest import (
    CATEGORY_LIMIT,
    FILE_COUNT_LIMIT,
    FILE_LIMIT,
    MANIFEST_LIMIT,
    SCHEMA_VERSION,
    FileEntry,
    Manifest,
    check_file,
    parse_manifest,
)
from aemodel.errors import BundleError

MANIFEST = Manifest(
    name="vae",
    title="The article's VAE",
    kind="vae",
    latent_size=576,
    categories=("cat", "dog", "tree"),
    files=(FileEntry.of("encoder.tflite", b"abc"), FileEntry.of("map.npz", b"")),
    prior={"kind": "normal"},
    map={"extent": [0, 1, 0, 1], "variance_kept": 0.2},
    missing={"classify": "It has no head."},
    training={"epochs": 20, "preset": "article"},
    metrics={"elbo": -242.5},
)

plain = st.text(st.characters(min_codepoint=33, max_codepoint=0x17F), min_size=1, max_size=20)
printable = plain.filter(lambda text: text.isprintable() and text == text.strip())
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
trees = st.recursive(
    scalars, lambda t: st.lists(t, max_size=3) | st.dictionaries(st.text(), t, max_size=3)
)
finite = st.integers(-5, 5) | st.floats(-9, 9) | printable
manifests = st.builds(
    Manifest,
    name=st.from_regex(r"[a-z0-9][a-z0-9_-]{0,20}", fullmatch=True),
    title=printable,
    kind=st.sampled_from(["ae", "vae", "atlas"]),
    latent_size=st.integers(1, 65536),
    categories=st.lists(printable, max_size=8, unique=True).map(tuple),
    files=st.lists(
        st.builds(
            FileEntry.of, st.from_regex(r"f[a-zA-Z0-9_-]{0,9}\.npz", fullmatch=True), st.binary()
        ),
        max_size=5,
        unique_by=lambda entry: entry.name.lower(),
    ).map(tuple),
    prior=st.just({"kind": "normal"}),
    missing=st.dictionaries(st.sampled_from(["map", "sample"]), printable),
    training=st.dictionaries(printable, finite, max_size=4),
    metrics=st.dictionaries(printable, finite, max_size=4),
)


@given(manifests)
def test_what_is_written_reads_back(manifest: Manifest) -> None:
    again = parse_manifest(manifest.to_json())
    assert again == manifest
    assert again.to_json() == manifest.to_json()


@given(st.binary(max_size=300) | trees.map(lambda tree: json.dumps(tree).encode()))
def test_anything_else_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(BundleError):
        parse_manifest(content)


@settings(max_examples=300)
@given(st.sampled_from(sorted(MANIFEST.to_dict())), trees)
def test_any_value_of_any_key_parses_or_is_refused(key: str, value: Any) -> None:
    try:
        parse_manifest(json.dumps({**MANIFEST.to_dict(), key: value}).encode())
    except BundleError as error:
        assert str(error)


@pytest.mark.parametrize("key", sorted(set(MANIFEST.to_dict()) - {"map", "refinement"}))
def test_every_key_is_needed(key: str) -> None:
    tree = MANIFEST.to_dict()
    del tree[key]
    with pytest.raises(BundleError, match=f"lacks the key '{key}'"):
        parse_manifest(json.dumps(tree).encode())


def test_unknown_keys_of_the_same_schema_are_ignored() -> None:
    tree = {**MANIFEST.to_dict(), "mood": "calm"}
    assert parse_manifest(json.dumps(tree).encode()) == MANIFEST


def changed(**changes: Any) -> bytes:
    return json.dumps({**MANIFEST.to_dict(), **changes}).encode()


def file(**changes: Any) -> dict[str, Any]:
    return {"name": "a.npz", "size": 1, "sha256": "0" * 64, **changes}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"schema": SCHEMA_VERSION + 1}, "install a newer Doodlescape"),
        ({"schema": 0}, "at least 1"),
        ({"schema": "1"}, "whole number"),
        ({"schema": True}, "whole number"),
        ({"name": "../vae"}, "lower-case letters"),
        ({"name": "Vae"}, "lower-case letters"),
        ({"title": ""}, "1 to 200 characters"),
        ({"title": "x" * 201}, "1 to 200 characters"),
        ({"title": "a\x1b[31m"}, "unprintable"),
        ({"latent_size": 0}, "between 1"),
        ({"latent_size": 1 << 40}, "between 1"),
        ({"latent_size": 48.5}, "whole number"),
        ({"categories": "cat"}, "list"),
        ({"categories": ["cat", "cat"]}, "twice"),
        ({"categories": ["cat", 3]}, "names"),
        ({"categories": [" "]}, "names"),
        ({"categories": ["a\nb"]}, "unprintable"),
        ({"categories": [str(i) for i in range(CATEGORY_LIMIT + 1)]}, "at most"),
        ({"prior": {}}, "prior.kind"),
        ({"prior": None}, "object"),
        ({"map": []}, "object"),
        ({"missing": {"map": 3}}, "missing.map"),
        ({"files": {}}, "list"),
        ({"files": ["a"]}, "object"),
        ({"files": [file(size=-1)]}, "at least 0"),
        ({"files": [file(size=FILE_LIMIT + 1)]}, "allowed"),
        ({"files": [file(sha256="g" * 64)]}, "64 hex digits"),
        ({"files": [file(), file(name="A.npz")]}, "twice"),
        ({"files": [file(name="model.json")]}, "itself"),
        ({"files": [file(name=f"{i}.npz") for i in range(FILE_COUNT_LIMIT + 1)]}, "at most"),
        ({"files": [file(name=f"{i}.npz", size=FILE_LIMIT) for i in range(3)]}, "add up"),
    ],
)
def test_what_is_wrong_is_said(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(BundleError, match=words):
        parse_manifest(changed(**changes))


@pytest.mark.parametrize(
    "name",
    ["../a", "a/b", "a\\b", "/etc/passwd", "C:a", "..", ".", ".hidden", "a\0", "con", "NUL.npz"],
)
def test_file_names_that_lead_elsewhere_are_refused(name: str) -> None:
    with pytest.raises(BundleError):
        parse_manifest(changed(files=[file(name=name)]))


@pytest.mark.parametrize("name", ["a.", "a ", "", "x" * 101, "ä.npz", "-rf"])
def test_file_names_that_some_systems_lack_are_refused(name: str) -> None:
    with pytest.raises(BundleError):
        parse_manifest(changed(files=[file(name=name)]))


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", "[" * 100_000, "{", '"\\ud800'])
def test_what_json_does_not_allow_is_refused(text: str) -> None:
    with pytest.raises(BundleError, match="not valid JSON"):
        parse_manifest(text.encode())


def test_an_oversized_manifest_is_refused_before_parsing() -> None:
    with pytest.raises(BundleError, match="more than"):
        parse_manifest(b" " * (MANIFEST_LIMIT + 1))


@pytest.mark.parametrize("metrics", [{"fid": float("nan")}, {"fid": object()}, {1: {2, 3}}])
def test_metrics_that_are_not_json_are_not_written(metrics: dict) -> None:
    with pytest.raises(BundleError, match="not plain JSON"):
        replace(MANIFEST, metrics=metrics).to_json()


def test_content_must_be_what_was_promised() -> None:
    entry = FileEntry.of("a.npz", b"doodle")
    check_file(entry, b"doodle")
    with pytest.raises(BundleError, match="5 bytes where the manifest says 6"):
        check_file(entry, b"doodl")
    with pytest.raises(BundleError, match="altered"):
        check_file(entry, b"poodle")


def test_the_mark_changes_with_what_is_in_the_files_alone() -> None:
    one, other = FileEntry.of("encoder.tflite", b"one"), FileEntry.of("encoder.tflite", b"other")
    manifest = replace(MANIFEST, files=(one,))
    assert manifest.mark == replace(manifest, title="Another title").mark
    assert manifest.mark != replace(manifest, files=(other,)).mark
    assert len(manifest.mark) == 6 and int(manifest.mark, 16) >= 0
