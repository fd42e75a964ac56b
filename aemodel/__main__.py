"""`python -m aemodel` is the `aemodel` command."""

from aemodel.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
