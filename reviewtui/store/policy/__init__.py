"""The policy's files, and what their history tells."""
