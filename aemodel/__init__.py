"""Doodle autoencoders: data, models, training, priors, evaluation and the shipped bundles."""

__version__ = "0.1.0"
