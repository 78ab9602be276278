"""Which sentence of the new version is which of the old one: all unmatched sentences are weighed against each other."""
