"""Files written whole or not at all, names that are safe, and the lock of a clone."""
