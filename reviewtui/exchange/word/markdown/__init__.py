"""Words of a Word file as Markdown: runs in a line, and whole documents as the sections of a policy."""
