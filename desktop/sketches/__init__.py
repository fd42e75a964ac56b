"""The panel that generates: random doodles, a few or thousands."""
