"""A draft with its review, and what can be told from both: sign-offs, coverage, overlaps, findings."""
