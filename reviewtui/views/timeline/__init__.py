"""Versions and review rounds as rows, and both in the order in which they came."""
