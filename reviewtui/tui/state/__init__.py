"""What screens are handed, and what they ask for."""
