"""Gates about those who were asked: what they have read, since when it changed, and what they think of it."""
