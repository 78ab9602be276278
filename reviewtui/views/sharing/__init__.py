"""What came of bringing clones together, and what others propose."""
