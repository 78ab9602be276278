"""Commands with which a person starts: the example, and the app in a browser."""
