"""Making doodles: categories that one has taught, directions, and what a model refuses."""

from desktop.marks import QT_TRANSLATE_NOOP

TAUGHT = (
    QT_TRANSLATE_NOOP("Problems", "You have {most} categories; delete one first."),
    QT_TRANSLATE_NOOP("Problems", "A category is taught by {fewest} to {most} drawings."),
    QT_TRANSLATE_NOOP("Problems", "A category needs a name."),
    QT_TRANSLATE_NOOP("Problems", "A category needs a name of 1 to {most} letters."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "A category is learnt from {fewest} to {most} drawings, better five or more; "
        "here are {count}.",
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{name} comes without drawings and was learnt by the model {model}; "
        "open that model, then bring it again.",
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        "The category {name} was learnt by the model {model}; "
        "for {present}, learn it again from the drawings.",
    ),
    QT_TRANSLATE_NOOP("Problems", "Drop at least one doodle on each side to make a direction."),
    QT_TRANSLATE_NOOP(
        "Problems", "Both sides are the same; change one of them to make a direction."
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "The model {model} does not know {category}; did you mean {guess}?"
    ),
    QT_TRANSLATE_NOOP("Problems", "The model {model} does not know {category}; it knows {known}."),
    QT_TRANSLATE_NOOP(
        "Problems", "The model {model} does not know {category}; it knows no categories."
    ),
)

TAUGHT_DEFECTS = (
    QT_TRANSLATE_NOOP("Problems", "The learnt category lacks its name or its model."),
    QT_TRANSLATE_NOOP("Problems", "The learnt category must have {fewest} to {most} examples."),
    QT_TRANSLATE_NOOP("Problems", "The drawings of the learnt category do not fit its latents."),
    QT_TRANSLATE_NOOP(
        "Problems", "The learnt category is not an intact archive of arrays: {detail}."
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "The learnt category holds something else than plain arrays: {detail}."
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "The learnt category unpacks to more than the {limit} bytes allowed."
    ),
    QT_TRANSLATE_NOOP("Problems", "The learnt category lacks the array {name}."),
    QT_TRANSLATE_NOOP(
        "Problems", "The learnt category: {name} must hold real numbers, not {type}."
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "The learnt category: {name} has the shape {shape} instead of {due}."
    ),
    QT_TRANSLATE_NOOP("Problems", "The learnt category: {name} holds values that are not finite."),
)
"""About the file of a category; shown within `TAUGHT_UNUSABLE`."""

TAUGHT_UNUSABLE = QT_TRANSLATE_NOOP(
    "Problems", "This category cannot be used, so take another copy of its file ({problem})."
)

REFUSED = (
    QT_TRANSLATE_NOOP("Problems", "A morph needs at least two latents."),
    QT_TRANSLATE_NOOP("Problems", "A morph needs at least two frames."),
    QT_TRANSLATE_NOOP("Problems", "The latents of a morph must have one length."),
    QT_TRANSLATE_NOOP("Problems", "Positions on a path must be finite."),
    QT_TRANSLATE_NOOP("Problems", "There is no path {kind} without a model."),
    QT_TRANSLATE_NOOP("Problems", "Starts, ends and shares go together, and shares lie in 0..1."),
    QT_TRANSLATE_NOOP("Problems", "At most {most} completions can be asked for, not {count}."),
    QT_TRANSLATE_NOOP("Problems", "This prior cannot be asked for a {what}."),
    QT_TRANSLATE_NOOP("Problems", "The {what} do not form one rectangular array of numbers."),
    QT_TRANSLATE_NOOP("Problems", "The {what} must be real numbers, not of type {type}."),
    QT_TRANSLATE_NOOP("Problems", "The {what} hold values that are not finite (NaN or infinity)."),
    QT_TRANSLATE_NOOP("Problems", "The {what} must have the shape {due}, not {shape}."),
    QT_TRANSLATE_NOOP("Problems", "The {what} must be a whole number of at least 0, not {value}."),
    QT_TRANSLATE_NOOP("Problems", "The {what} must be a number, not {value}."),
    QT_TRANSLATE_NOOP("Problems", "The {what} must lie between 0 and 1, not {value}."),
    QT_TRANSLATE_NOOP("Problems", "The temperature must be a number, not {value}."),
    QT_TRANSLATE_NOOP("Problems", "The temperature must be finite and at least 0, not {value}."),
    QT_TRANSLATE_NOOP("Problems", "Images must have the shape {due}, not {shape}."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "Images must have the shape {due}, not {shape}; "
        "put one image into a batch with image[None].",
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "Images must be floats in [0, 1] or uint8 in 0..255, not {type}."
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        "Images of floats must lie in [0, 1], but these span {least} to {most}; "
        "divide grey levels by 255.",
    ),
    QT_TRANSLATE_NOOP("Problems", "An array of shape {shape} and type {type} is no picture."),
    QT_TRANSLATE_NOOP("Problems", "The threshold must lie between 0 and 1."),
)
"""What a model or a routine was asked in vain; shown within `IN_VAIN`."""

IN_VAIN = QT_TRANSLATE_NOOP(
    "Problems", "That could not be done ({problem}); your drawing is still there."
)
