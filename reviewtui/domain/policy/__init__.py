"""The text under review: its sections, versions and passages, and how words are put into it."""
