"""Whether an event counts: who wrote it, whether they might, and which of several contents of one id holds.

Not here: what an event does once it counts, which is `folding`.
"""
