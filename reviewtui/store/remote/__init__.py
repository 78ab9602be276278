"""Other repositories: addresses, fetching, pushing, bundles."""
