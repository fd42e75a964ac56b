"""What went wrong, in the language of the window.

Errors are raised in English, far from any window, with names and numbers already in the sentence.
`words` traces each sentence back to the template that it was made from, and makes it anew from the
template's translation. The other modules hold the templates, by where errors come from; each
{place} stands for any words. Some places are special:

    {reason}    what the system says; `system` has its own words for the errors of systems
    {detail}    what a library says, in English; never shown, the log has it
    {category}  a category; so are {guess} and the list {known}
    {model}     the name of a model, shown by its title; so is {present}

A test finds every sentence that can be raised in what the window imports and has no template.
"""

from desktop.problems.words import problem_words, sentence_words, surprise_words

__all__ = ["problem_words", "sentence_words", "surprise_words"]
