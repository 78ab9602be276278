"""The review line by line, for screen readers: one prompt, whole sentences, nothing that moves or is drawn."""
