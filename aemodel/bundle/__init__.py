"""The shipped form of a model: a manifest, LiteRT graphs and small arrays, run without TensorFlow.

from aemodel.bundle import open_bundle

model = open_bundle("vae")
mean, log_var = model.encode(images)  # float32 (n, 28, 28) in [0, 1], 1 = ink
images, latents = model.sample(20, seed=7)
"""

from aemodel.bundle.runtime import Bundle, list_bundles, open_bundle

__all__ = ["Bundle", "list_bundles", "open_bundle"]
