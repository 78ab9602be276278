"""The screen in which the text is read: what it shows, ways through it, and remarks begun on it."""
