"""Remarks begun and gone on with: on a passage, from an edited copy, as a move; replying, revising, withdrawing."""
