"""Markdown: what a reader sees, and where it stands in the file."""
