"""Git: running it, and reading objects, trees, references and the index. Nothing here knows the review."""
