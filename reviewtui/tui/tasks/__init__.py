"""What takes several questions before it is done, most of it begun from the palette; each task is one module."""
