"""The panel of the doodles that are kept."""
