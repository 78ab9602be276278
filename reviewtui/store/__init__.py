"""The only package that runs git or opens files."""
