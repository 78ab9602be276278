"""Two versions side by side: where each word and each sentence of the old one stands in the new one."""
