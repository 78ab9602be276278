"""Commands of the author: decisions, settings, releases, rounds, trust, adopting."""
