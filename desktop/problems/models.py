"""Models that do not open, or turn out to be broken."""

from desktop.marks import QT_TRANSLATE_NOOP

NOWHERE = QT_TRANSLATE_NOOP("Problems", "There is no model at {path}; check where it is.")
"""The one sentence that needs the whole path."""

MODELS = (
    QT_TRANSLATE_NOOP(
        "Problems",
        "No model is installed, so drawings cannot be redrawn yet. "
        "Put a model bundle into assets/models, or start with --model and the path of one.",
    ),
    QT_TRANSLATE_NOOP("Problems", "There is no model {name}; did you mean {other}?"),
    QT_TRANSLATE_NOOP("Problems", "There is no model {name}; shipped models: {names}."),
    NOWHERE,
    QT_TRANSLATE_NOOP(
        "Problems",
        "The model has schema version {found}, but this program reads up to {known}; "
        "install a newer Doodlescape to open it.",
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{name} has {size} bytes where the manifest says {due}; "
        "it was cut short or altered, so get the model again.",
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{name} was altered: its SHA-256 is not the one in the manifest, so get the model again.",
    ),
)
"""These say by themselves what to do next."""

UNUSABLE = QT_TRANSLATE_NOOP(
    "Problems", "This model cannot be used; get it again or choose another."
)
DEFECTIVE = QT_TRANSLATE_NOOP(
    "Problems", "This model cannot be used, so get it again or choose another ({problem})."
)

ARCHIVES = (
    QT_TRANSLATE_NOOP("Problems", "{path} is not a model: neither a folder nor an intact zip."),
    QT_TRANSLATE_NOOP("Problems", "{path} is larger than the {limit} bytes that a model may have."),
    QT_TRANSLATE_NOOP("Problems", "The model in {folder} lacks its file {name}."),
    QT_TRANSLATE_NOOP("Problems", "{path} is a link; the files of a model must be real files."),
    QT_TRANSLATE_NOOP("Problems", "{path} is not a regular file."),
    QT_TRANSLATE_NOOP("Problems", "{path} has {size} bytes, more than the {limit} allowed."),
    QT_TRANSLATE_NOOP("Problems", "{path} grew past the {limit} bytes allowed while it was read."),
    QT_TRANSLATE_NOOP("Problems", "The zip has {count} entries; a model has a few files."),
    QT_TRANSLATE_NOOP("Problems", "The zip holds {name} twice."),
    QT_TRANSLATE_NOOP("Problems", "The zip unpacks to more than the {limit} bytes allowed."),
    QT_TRANSLATE_NOOP("Problems", "The zip holds no {name}; it must hold exactly one model."),
    QT_TRANSLATE_NOOP(
        "Problems", "The zip holds more than one {name}; it must hold exactly one model."
    ),
    QT_TRANSLATE_NOOP("Problems", "The zip holds {name}, a path that leads out of the model."),
    QT_TRANSLATE_NOOP("Problems", "The zip holds {name}, a link; a model must hold real files."),
    QT_TRANSLATE_NOOP("Problems", "The zipped model lacks its file {name}."),
    QT_TRANSLATE_NOOP("Problems", "{name} in the zip is encrypted, which a model must not be."),
    QT_TRANSLATE_NOOP(
        "Problems", "{name} in the zip is packed in a way other than store or deflate."
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "{name} in the zip has {size} bytes, more than the {limit} allowed."
    ),
    QT_TRANSLATE_NOOP("Problems", "{name} in the zip unpacks to over {ratio} times its size."),
    QT_TRANSLATE_NOOP("Problems", "{name} in the zip is damaged: {detail}."),
    QT_TRANSLATE_NOOP(
        "Problems", "{name} in the zip unpacks to more than the {limit} bytes allowed."
    ),
)

MANIFESTS = (
    QT_TRANSLATE_NOOP("Problems", "The manifest of {name} is not plain JSON: {detail}."),
    QT_TRANSLATE_NOOP("Problems", "{file} is {size} bytes, more than the {limit} allowed."),
    QT_TRANSLATE_NOOP("Problems", "{file} is not valid JSON: {detail}."),
    QT_TRANSLATE_NOOP("Problems", "{file} must hold a JSON object."),
    QT_TRANSLATE_NOOP("Problems", "{file} lacks the key {key}."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {key} must be a whole number."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {key} must be at least {least}, not {value}."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {key} must be between {least} and {most}, not {value}."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {key} must be a text of 1 to {most} characters."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {key} holds unprintable characters."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{file}: {key} may hold only lower-case letters, digits, - and _, not {value}.",
    ),
    QT_TRANSLATE_NOOP("Problems", "{file}: {key} must be an object."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {key} must be a list."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {key} has {count} entries; {most} at most."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {key} must hold names of 1 to 64 characters."),
    QT_TRANSLATE_NOOP("Problems", "{file}: a category holds unprintable characters."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {key} names one category twice."),
    QT_TRANSLATE_NOOP("Problems", "{file}: each of {key} must be an object."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {name} is not a plain file name inside the bundle."),
    QT_TRANSLATE_NOOP("Problems", "{file} must not list itself among {key}."),
    QT_TRANSLATE_NOOP(
        "Problems", "{name} is said to have {size} bytes, more than the {limit} allowed."
    ),
    QT_TRANSLATE_NOOP("Problems", "{file}: the sha256 of {name} must be 64 hex digits."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {key} names one file twice."),
    QT_TRANSLATE_NOOP(
        "Problems", "The files of the model add up to more than the {limit} bytes allowed."
    ),
)

GRAPHS = (
    QT_TRANSLATE_NOOP("Problems", "{name} is not a LiteRT graph that runs here: {detail}."),
    QT_TRANSLATE_NOOP("Problems", "{name} does not run here: {detail}."),
    QT_TRANSLATE_NOOP("Problems", "{name} lacks its output {output}."),
    QT_TRANSLATE_NOOP("Problems", "{name} takes {found} instead of {due}."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{name} has the {what} {tensor} of shape {shape} and type {type} "
        "where float32 {due} is due.",
    ),
    QT_TRANSLATE_NOOP("Problems", "{name} holds weights that are not finite."),
    QT_TRANSLATE_NOOP("Problems", "{name} returned {output} of shape {shape} where {due} was due."),
    QT_TRANSLATE_NOOP("Problems", "{name} returned {output} that is not finite."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "The decoder of {name} draws values outside [0, 1]; "
        "export it again with probabilities, not logits.",
    ),
)

ARRAYS = (
    QT_TRANSLATE_NOOP("Problems", "{file} is not an intact archive of arrays: {detail}."),
    QT_TRANSLATE_NOOP("Problems", "{file} holds something else than plain arrays: {detail}."),
    QT_TRANSLATE_NOOP("Problems", "{file} unpacks to more than the {limit} bytes allowed."),
    QT_TRANSLATE_NOOP("Problems", "{file} lacks the array {name}."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {name} must hold real numbers, not {type}."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {name} has the shape {shape} instead of {due}."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {name} holds values that are not finite."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {name} must have 1 to {most} rows and columns."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {name} must lie between 0 and 1."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {name} must be two or more rising numbers."),
    QT_TRANSLATE_NOOP("Problems", "{file}: {name} must be positive."),
    QT_TRANSLATE_NOOP("Problems", "{file} holds {count} Gaussians for {due} categories."),
)

PRIORS_AND_MAPS = (
    QT_TRANSLATE_NOOP("Problems", "The model lacks {name}, a part of its flow prior."),
    QT_TRANSLATE_NOOP("Problems", "The model lacks {name}, the arrays of its Gaussian prior."),
    QT_TRANSLATE_NOOP("Problems", "The prior's {key} must be a whole number from 1 to {most}."),
    QT_TRANSLATE_NOOP("Problems", "The prior's {key} must be a number from {least} to {most}."),
    QT_TRANSLATE_NOOP(
        "Problems", "The refinement's {key} must be a whole number from 1 to {most}."
    ),
    QT_TRANSLATE_NOOP("Problems", "The refinement's {key} must be a number over 0 and up to 1."),
    QT_TRANSLATE_NOOP(
        "Problems", "The model has a prior of the unknown kind {kind} (known: {kinds})."
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "The Gaussian prior of the model has a spread that is not positive."
    ),
    QT_TRANSLATE_NOOP("Problems", "The model {model} has a map but lacks {name}."),
    QT_TRANSLATE_NOOP("Problems", "The map's {key} must be four numbers: x0, x1, y0, y1."),
    QT_TRANSLATE_NOOP("Problems", "The map's {key} must have x0 < x1 and y0 < y1."),
    QT_TRANSLATE_NOOP("Problems", "The map's {key} must be a number between 0 and 1."),
)

DEFECTS = (*ARCHIVES, *MANIFESTS, *GRAPHS, *ARRAYS, *PRIORS_AND_MAPS)
"""What is wrong with a model's files; shown within `DEFECTIVE`."""
