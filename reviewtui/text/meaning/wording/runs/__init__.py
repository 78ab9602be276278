"""A run of words that differs between two forms of a passage, and the ways in which it can say the same."""
