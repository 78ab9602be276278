"""Review a policy in the terminal, with everything kept in git."""

__version__ = "0.1.0"
