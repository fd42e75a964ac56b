"""What panels share: their base, tiles, doodles on their way from one to another, words."""
