"""What a passage binds to, and whether a change of words changed that."""
