"""Edits put together: a suggestion into a text that moved on, two edits of one text."""
