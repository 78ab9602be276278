"""Events and the state that they fold into: threads, rounds, who may do what."""
