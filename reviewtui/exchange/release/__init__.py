"""The documents of a release, one module each: a dossier in, Markdown out."""
