"""The state of a review from its events: one pass over all of them, one over each thread.

Pure and total; nothing here decides whether an event counts.
"""
