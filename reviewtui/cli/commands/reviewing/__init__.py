"""Commands of everybody who reviews: remarks, replies, reading marks and positions, submitting."""
