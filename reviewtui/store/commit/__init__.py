"""Making commits: HEAD, index and work tree go on together, or not at all."""
