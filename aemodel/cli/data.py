"""`aemodel data`: fetch the official drawings, and say what a data folder holds."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

    from aemodel.data.inventory import Holding

_DEFAULT_BASE = "the dataset's public bucket"


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the sub-commands of this module."""
    data = commands.add_parser("data", help="fetch Quick, Draw! drawings, look into a data folder")
    actions = data.add_subparsers(dest="action", required=True, metavar="ACTION")

    fetch = actions.add_parser("fetch", help="download official files")
    fetch.add_argument(
        "categories", nargs="*", metavar="CATEGORY", help="for instance: cat dog tree"
    )
    fetch.add_argument("--all", action="store_true", help="all 345 categories")
    fetch.add_argument("--to", type=Path, required=True, metavar="DIR", help="the data folder")
    fetch.add_argument("--form", choices=("bitmap", "simplified", "raw"), default="bitmap")
    fetch.add_argument("--again", action="store_true", help="fetch files that are already there")
    fetch.add_argument("--base-url", metavar="URL", help=f"a mirror instead of {_DEFAULT_BASE}")
    fetch.set_defaults(run=run_fetch)

    info = actions.add_parser("info", help="what a data folder holds, per category")
    info.add_argument("directory", type=Path, metavar="DIR")
    info.add_argument("categories", nargs="*", metavar="CATEGORY", help="only these")
    info.add_argument("--contact-sheet", type=Path, metavar="FILE.png", help="draw the first ones")
    info.set_defaults(run=run_info)


def run_fetch(arguments: argparse.Namespace) -> int:
    """Fetch every named category, with a progress bar each; stop at the first failure."""
    from tqdm import tqdm

    from aemodel.data.categories import CATEGORIES
    from aemodel.data.download import BASE_URL, check_categories, fetch_category
    from aemodel.errors import DataError

    names = list(CATEGORIES) if arguments.all else list(dict.fromkeys(arguments.categories))
    if not names:
        raise DataError("Name categories to fetch, for instance `cat dog tree`, or give --all.")
    check_categories(names)
    for name in names:
        with tqdm(desc=name, unit="B", unit_scale=True, unit_divisor=1024, leave=True) as bar:

            def advance(done: int, total: int | None, bar: "tqdm[None]" = bar) -> None:
                bar.total = total
                bar.update(done - bar.n)

            path = fetch_category(
                name,
                arguments.to,
                form=arguments.form,
                base_url=arguments.base_url or BASE_URL,
                again=arguments.again,
                progress=advance,
            )
            if bar.n == 0:
                bar.set_description_str(f"{name}: already there")
        print(path)
    return 0


def run_info(arguments: argparse.Namespace) -> int:
    """Print a table of what the folder holds, then what could not be read."""
    from tqdm import tqdm

    from aemodel.data.inventory import contact_sheet, take_stock

    rows = list(
        tqdm(take_stock(arguments.directory, arguments.categories), unit="file", leave=False)
    )
    print(_table(rows))
    damaged = [row.damage for row in rows if row.damage.damages]
    for damage in damaged:
        print(damage.summary())
    if arguments.contact_sheet:
        sheet = contact_sheet(arguments.directory, arguments.categories)
        _save(sheet, arguments.contact_sheet)
        print(f"contact sheet: {arguments.contact_sheet}")
    return 0


def _table(rows: "list[Holding]") -> str:
    """The holdings as text in columns, with their sums."""
    head = ["category", "form", "drawings", "duplicates", "left out", "train", "validation", "test"]
    cells = []
    for row in rows:
        lost = f"{row.damage.left_out}{'+' * any(d.count is None for d in row.damage.damages)}"
        numbers = (row.train, row.validation, row.test)
        cells.append([row.category, row.form, str(row.drawings), str(row.duplicates), lost])
        cells[-1] += [str(number) for number in numbers]
    sums = [sum(column) for column in zip(*((r.drawings, r.duplicates) for r in rows), strict=True)]
    sides = [sum(c) for c in zip(*((r.train, r.validation, r.test) for r in rows), strict=True)]
    lost_sum = sum(row.damage.left_out for row in rows)
    cells.append(["total", "", *map(str, sums), str(lost_sum), *map(str, sides)])
    widths = [max(len(line[i]) for line in [head, *cells]) for i in range(len(head))]
    lines = []
    for line in [head, *cells]:
        words = [
            text.ljust(width) if i < 2 else text.rjust(width)
            for i, (text, width) in enumerate(zip(line, widths, strict=True))
        ]
        lines.append("  ".join(words).rstrip())
    return "\n".join(lines)


def _save(sheet: "Image.Image", path: Path) -> None:
    """Write a picture so that a failure leaves no half file."""
    from aemodel.errors import DataError

    part = path.with_name(path.name + ".part")
    try:
        sheet.save(part, format="PNG")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise DataError(f"{path} cannot be written ({error.strerror or error}).") from None
