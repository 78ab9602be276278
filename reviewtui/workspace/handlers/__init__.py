"""One handler for each command, and the registry of them."""
