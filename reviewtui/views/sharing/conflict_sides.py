"""What the readings of a passage are called that both sides changed."""

SIDE_TITLES = {"base": "before", "ours": "here (ours)", "theirs": "there (theirs)", "own": "your words"}
"""By reading: what it is called."""
