"""Collects texts, reports the untranslated ones, compiles. For whoever changes the code."""

from __future__ import annotations

import sys

from desktop.translations.catalogue import SOURCE, collect, compile_catalogue, untranslated


def main() -> int:
    """Exit status 1 while something is untranslated."""
    collect(SOURCE)
    compile_catalogue(SOURCE)
    missing = untranslated(SOURCE)
    for context, text in missing:
        print(f"{context}: {text}")
    print(f"{len(missing)} texts without translation in {SOURCE.name}")
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main())
