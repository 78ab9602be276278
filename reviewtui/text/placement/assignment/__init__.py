"""Which sentence of the new version is which of the old one: all left-over sentences are weighed against each other."""
