"""Where a passage of one version stands in another, or that it is lost."""
