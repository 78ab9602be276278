"""Bringing clones together: sync, merge, pack and unpack."""
