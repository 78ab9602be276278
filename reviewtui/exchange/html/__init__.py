"""The text as one page for a browser: read offline, remarked on there, and the answer that it saves read again."""
