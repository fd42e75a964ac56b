"""The panel of arithmetic with doodles, and of named directions."""
