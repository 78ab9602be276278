"""Whether the words that decisions put into the text are still there, or were rewritten since."""
