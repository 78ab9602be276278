"""The commands, each a few lines: parse, call, print."""
