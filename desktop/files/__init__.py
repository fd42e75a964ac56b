"""Files that Doodlescape reads and writes. No Qt here."""
