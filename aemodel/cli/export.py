"""`aemodel export` makes a bundle of a training run; `aemodel info` says what a bundle is."""

import argparse
import os
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aemodel.bundle import Bundle


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the sub-commands of this module."""
    parser = commands.add_parser(
        "export",
        help="make a model bundle of a training run",
        description="Make a model bundle of a finished training run: LiteRT graphs, compared with "
        "Keras on the same inputs, and a manifest. An existing bundle is replaced.",
        epilog="example: aemodel export runs/vae -o assets/models/vae",
    )
    parser.add_argument("run_dir", metavar="RUN", type=Path, help="the folder of a training run")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the bundle's folder")
    parser.add_argument(
        "--precision",
        choices=("half", "single"),
        default="half",
        help="half (default): weights in 16 bits wherever that changes outputs by at most 1e-3, "
        "those of a flow in 8 bits, by at most 5 %%; single: 32 bits, at most 1e-5",
    )
    parser.add_argument("--name", help="default: the name of the bundle's folder")
    parser.add_argument("--title", help="as shown in menus; default: that of the kind of model")
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help="compare on validation drawings from this data folder (default: on made-up pictures)",
    )
    parser.set_defaults(run=run_export)

    parser = commands.add_parser(
        "info",
        help="verify a model bundle and say what it is",
        description="Verify every file of a model bundle and say what it is and can do.",
    )
    parser.add_argument(
        "model", metavar="NAME_OR_PATH", help="name of a shipped model, or a folder or zip"
    )
    parser.add_argument("--json", action="store_true", help="print the whole manifest as JSON")
    parser.set_defaults(run=run_info)


def run_export(arguments: argparse.Namespace) -> int:
    """Export a run."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    from aemodel.bundle import open_bundle
    from aemodel.bundle.from_run import export_run

    out = export_run(
        arguments.run_dir,
        arguments.output,
        precision=arguments.precision,
        name=arguments.name,
        title=arguments.title,
        data=arguments.data,
    )
    print("\n".join(card(open_bundle(out))))
    return 0


def run_info(arguments: argparse.Namespace) -> int:
    """Open a model, which verifies it, and print its card."""
    import json

    from aemodel.cli.inputs import open_model

    model = open_model(arguments.model)
    if arguments.json:
        print(json.dumps(model.manifest, indent=1, ensure_ascii=False))
    else:
        print("\n".join(card(model)))
    return 0


def card(model: "Bundle") -> list[str]:
    """The lines that say what a model is."""
    manifest = model.manifest
    total = sum(entry["size"] for entry in manifest["files"])
    lines = [
        f"{model.name}: {model.title} ({model.kind})",
        f"categories: {', '.join(model.categories)}",
        f"latent size: {model.latent_size}; prior: {manifest['prior']['kind']}",
        f"files: {len(manifest['files'])}, {total / 1e6:.2f} MB, all as in the manifest",
    ]
    for file, entry in manifest["training"].get("export", {}).items():
        lines.append(
            f"  {file}: {entry['precision']} precision, within {entry['difference']:.1e} of Keras"
        )
    if model.map is not None:
        lines.append(f"map: keeps {model.map.variance_kept:.0%} of the latents' variance")
    lines += [f"cannot {capability}: {reason}" for capability, reason in model.missing.items()]
    numbers = manifest["metrics"].items()
    lines += [f"{name}: {value}" for name, value in numbers if not isinstance(value, dict | list)]
    credit = manifest["data"].get("credit")
    lines += [f"data: {credit}"] if credit else []
    return [part for line in lines for part in textwrap.wrap(line, 96, subsequent_indent="  ")]
