"""What an `atlas` run puts into its bundle beyond encoder and map. Needs TensorFlow."""

from typing import Any

import numpy as np
from keras import ops

from aemodel.bundle.convert import GraphSpec
from aemodel.training.run import TrainedRun

PRIOR_STEPS = 8
"""Heun steps of the shipped prior: twice as many do not change the metrics."""
EXAMPLES = 256


def atlas_parts(run: TrainedRun) -> dict[str, Any]:
    """What the bundle of an `atlas` run holds beyond encoder and map; see `export_bundle`.

    All weights are rounded to 16 bits before they are compared with LiteRT, so that the graphs
    hold exactly the numbers of the Keras models; the metrics are measured on what is shipped.
    """
    for model in run.models.values():
        for weight in model.weights:
            weight.assign(ops.convert_to_numpy(weight).astype(np.float16).astype(weight.dtype))
    prior, head, decoder = (run.models[name] for name in ("prior", "head", "sharpen"))
    size = prior.latent_size

    def velocity(latent: Any, time: Any, category: Any, place: Any, known: Any) -> dict[str, Any]:
        category = ops.cast(ops.round(category), "int32")
        return {"velocity": prior.velocity(latent, time, category, place, known)}

    rng = np.random.default_rng(0)
    examples = {
        "latent": rng.standard_normal((EXAMPLES, size)),
        "time": rng.random(EXAMPLES),
        "category": rng.integers(0, len(run.categories) + 1, EXAMPLES),
        "place": rng.uniform(-1, 1, (EXAMPLES, 2)),
        "known": rng.integers(0, 2, EXAMPLES),
    }
    graph = GraphSpec(
        velocity,
        {"latent": (size,), "time": (), "category": (), "place": (2,), "known": ()},
        {"velocity": (size,)},
        {name: values.astype(np.float32) for name, values in examples.items()},
    )
    quantiles = -run.arrays["prior"]["typicality"][::-1]
    statistics = {name: ops.convert_to_numpy(getattr(prior, name)) for name in ("centre", "spread")}
    return {
        "decoder": lambda latent: ops.sigmoid(decoder(latent)),
        "head": lambda latent: ops.softmax(head(latent)),
        "prior": {"kind": "flow", "steps": PRIOR_STEPS},
        "graphs": {"prior.tflite": graph},
        "arrays": {"prior.npz": statistics, "typicality.npz": {"quantiles": quantiles}},
    }
