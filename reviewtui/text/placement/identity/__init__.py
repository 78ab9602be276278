"""Whether a place that was found for a sentence is that sentence, or another one that is like it."""
