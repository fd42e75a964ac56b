"""Teaching a model a category of one's own: the lesson and its dialog."""
