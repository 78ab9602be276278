"""Which language a passage is in; the words by which that shows."""
