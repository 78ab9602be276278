"""Commands that bring clones together or send the text out in a file."""
