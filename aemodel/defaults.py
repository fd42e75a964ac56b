"""What the window and the commands begin with."""

TEMPERATURE = 1.0
"""Of random doodles: as varied as people's doodles are."""

CAREFUL = 0.85
"""A lower one: what the map fills in with, where nothing chooses among several doodles."""
