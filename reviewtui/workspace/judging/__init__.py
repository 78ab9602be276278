"""What can be told about a draft: findings, readiness, forecasts, history. Nothing here writes."""
