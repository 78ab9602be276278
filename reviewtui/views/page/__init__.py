"""Markdown set into lines for a screen; every visible character knows its place in the source."""
