"""Answers that could be worked out again, sealed so that only ours are believed."""
