"""What belongs to one person or one clone and is never shared."""
