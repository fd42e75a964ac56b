"""The errors that a person is meant to read: one sentence that says what to do next."""


class DoodlescapeError(Exception):
    """Base of every expected failure. Its text is shown as it is, without a traceback."""


class DataError(DoodlescapeError):
    """Drawings that are missing, damaged or of an unknown form."""


class BundleError(DoodlescapeError):
    """A model bundle that is missing, altered, oversized, too new or not usable as asked."""


class Unable(BundleError):
    """What a sound model cannot do; the text is the reason that the model gives."""


class TrainingError(DoodlescapeError):
    """A training run that cannot start or go on."""
