"""The panel that shows what the model sees in the doodle."""
