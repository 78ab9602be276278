"""What people without the right to push offer: found, measured and told; taking it is `sync`."""
