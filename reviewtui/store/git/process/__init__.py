"""How git is started: its environment, the one runner, what it says when it fails. No repository is known here."""
