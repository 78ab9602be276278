"""The app in a browser on this machine: one person, a secret in the address, nothing from outside."""
