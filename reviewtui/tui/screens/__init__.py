"""Screens: each one idea."""
