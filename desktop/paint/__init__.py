"""How doodles and ink look on screen."""
