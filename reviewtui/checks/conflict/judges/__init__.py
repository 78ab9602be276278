"""How two sentences about one thing can contradict each other, one module for each way; none looks for the pairs."""
