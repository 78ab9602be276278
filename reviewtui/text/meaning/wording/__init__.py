"""Whether a passage was only reworded: the list of what is editorial. What is not on it is in doubt."""
