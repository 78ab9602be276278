"""The policy and its review in plain sentences, one behind the other: for whoever listens instead of looking."""
