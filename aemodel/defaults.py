"""What the window and the commands begin with."""

TEMPERATURE = 0.8
"""Of random doodles. At 1 they are as varied as people's doodles, the messy ones included; a
little below, nearly every one of them could be a careful person's."""

MAP_TEMPERATURE = 0.9
"""Of what fills in the places of the map."""
