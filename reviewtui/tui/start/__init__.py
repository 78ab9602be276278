"""Starting the app: the first page is painted before the toolkit is loaded."""
