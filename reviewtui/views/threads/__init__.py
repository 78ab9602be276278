"""Threads as a reader sees them: rows, cards, the queue."""
