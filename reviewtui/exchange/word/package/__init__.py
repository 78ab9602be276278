"""The container of a Word file: which zip archives are safe to open, their parts, XML without entities, namespaces."""
