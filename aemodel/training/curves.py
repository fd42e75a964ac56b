"""The history of a stage for people: a CSV log and learning curves."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from aemodel.training.checkpoint import write_atomically, write_text

History = Sequence[Mapping[str, float]]

INK, ACCENT, PAPER, RULE = "#33302b", "#c8553d", "#fbf8f1", "#ddd6c8"


def write_log(path: Path, history: History) -> None:
    """One row an epoch; the columns are those of the first row."""
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(history[0]) if history else ["epoch"])
    writer.writeheader()
    writer.writerows(history)
    write_text(path, text.getvalue())


def draw_curves(path: Path, title: str, history: History, best_epoch: int) -> None:
    """A panel for each metric, training and validation in one, the best epoch marked."""
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    names = [name for name in history[0] if name not in ("epoch", "seconds")]
    names = list(dict.fromkeys(name.removeprefix("val_") for name in names))
    names.sort(key=lambda name: name != "loss")
    columns = min(3, len(names))
    rows = -(-len(names) // columns)
    figure = Figure(figsize=(4.2 * columns, 3.2 * rows), layout="constrained", facecolor=PAPER)
    epochs = [row["epoch"] for row in history]
    for index, name in enumerate(names):
        axes = figure.add_subplot(rows, columns, index + 1, facecolor=PAPER)
        for key, colour, label in ((name, INK, "training"), (f"val_{name}", ACCENT, "validation")):
            if key in history[0]:
                values = [row[key] for row in history]
                axes.plot(epochs, values, color=colour, label=label, marker=".", linewidth=1.5)
        axes.axvline(best_epoch, color=RULE, linewidth=1.5, zorder=0, label="best epoch")
        axes.set_title(name.replace("_", " "), color=INK)
        axes.set_xlabel("epoch")
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.grid(axis="y", color=RULE, linewidth=0.6)
        axes.spines[["top", "right"]].set_visible(False)
        if index == 0:
            axes.legend(frameon=False)
    figure.suptitle(title, color=INK)
    write_atomically(path, lambda file: figure.savefig(file, format="png", dpi=110))
