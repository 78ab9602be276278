"""Words, sentences, prose diff, placement, meaning and merging over plain strings; pure."""
