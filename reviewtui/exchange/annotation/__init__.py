"""The remarks in the Web Annotation Data Model of the W3C, for programs that know that."""
