"""Windows that open over the main one: settings, command palette, help, tour, about, models."""
