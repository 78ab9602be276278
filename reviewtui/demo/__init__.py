"""The example repository, built by replaying a story with the tool's own commands."""
