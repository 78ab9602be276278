"""The app itself: starting, screens, slow work, and what it remembers."""
