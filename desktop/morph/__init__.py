"""The panel that walks from doodle to doodle, and what it saves."""
