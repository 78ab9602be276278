"""Names of versions, and whether tags and releases say the same."""
