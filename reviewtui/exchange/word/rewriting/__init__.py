"""A change in Word as one of the Markdown file: what is tried is taken only if it then shows just what Word shows."""
