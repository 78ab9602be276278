"""What one person keeps between two runs: preferences, what was seen of a clone, words that are not saved yet."""
