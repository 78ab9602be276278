"""Handlers of what reviewers ask for: remarks, findings, what a file brings in, submitting."""
