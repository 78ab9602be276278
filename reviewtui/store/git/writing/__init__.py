"""Objects made in memory: commits, trees with other files or merged, and all of them written by one child of git."""
