"""Findings as a reader sees them."""
