"""The Doodlescape window. Never imports TensorFlow."""
