"""The conditions of readiness, one function a gate in the module of its kind."""
