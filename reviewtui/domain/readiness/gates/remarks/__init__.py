"""Gates about remarks: decided, carried out, still in their place."""
