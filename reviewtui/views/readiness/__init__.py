"""Readiness as a reader sees it: gates, forecast, trend, who has read what."""
