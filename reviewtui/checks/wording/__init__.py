"""Checks of single sentences and words."""
