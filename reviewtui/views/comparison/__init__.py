"""Two versions as a reader sees them."""
