"""A returned document beside the text that was sent: where its words stand there, and what was changed in it."""
