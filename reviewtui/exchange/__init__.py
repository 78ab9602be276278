"""One module a format: values to text; nothing here opens a file."""
