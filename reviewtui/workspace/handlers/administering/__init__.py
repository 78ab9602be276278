"""Handlers of what an author does to the review itself: settings, keys, rounds, events without effect."""
