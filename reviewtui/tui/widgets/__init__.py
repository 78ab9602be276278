"""Widgets: values in by a method, requests out as messages."""
