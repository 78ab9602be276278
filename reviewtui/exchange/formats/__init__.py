"""The one small interface of all formats: values to bytes, bytes to what they bring in. Nothing here opens a file."""
