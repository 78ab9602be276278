"""Checks that compare passages: contradictions, duplicates, companions."""
