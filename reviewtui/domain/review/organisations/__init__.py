"""What the organisations have read and think: coverage, sign-offs, answers to a round, and how far each has got."""
