"""The Welsh alarm: words of duty, numbers and dates."""
