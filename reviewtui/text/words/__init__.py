"""Words, sentences and terms of a text with their offsets, and how text by others is made visible."""
