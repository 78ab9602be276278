"""Small screens over the others: confirm, pick, settle a conflict, follow a sync, read the help."""
