"""Which settings were in force after each commit, and who lost a role meanwhile."""
