"""Another commit made part of this branch: the merge, what a person chose in it, and the files that follow."""
