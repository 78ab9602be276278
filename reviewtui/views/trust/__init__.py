"""Whose word counts in a record and what in it cannot be believed, as rows."""
