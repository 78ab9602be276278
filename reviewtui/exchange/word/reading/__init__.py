"""A Word file as its reader sees it, with who inserted and deleted what: one walk over all its parts, each once."""
