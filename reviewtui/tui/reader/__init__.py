"""The widget that one section is read and marked in."""
