"""Word documents, out and in: read in `reading`, set beside what was sent in `matching`, brought in by `acts`."""
