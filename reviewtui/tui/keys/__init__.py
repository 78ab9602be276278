"""The registry of keys, from which bindings, footer, help and docs are made."""
