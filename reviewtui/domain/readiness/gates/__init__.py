"""The conditions of readiness, one module a gate."""
