"""The documents of a release, one module each: release inputs in, a paper out."""
