"""What the window and the commands begin with."""

TEMPERATURE = 0.9
"""Of random doodles. At 1 the prior is as varied as people's doodles, the messy ones included; a
little below, nearly every one of them could be a careful person's."""
