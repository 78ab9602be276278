"""CriticMarkup: the text as Markdown with its remarks and suggestions in it, out and in again."""
