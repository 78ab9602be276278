"""Gates about what stands in the text: findings, placeholders, topics, companions."""
