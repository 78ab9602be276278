"""Work beside the screens: the workspace behind a lock, reading and watching the repository, keeping what is typed."""
