"""The words that the comparison of wordings knows: spellings, synonyms, forms of verbs, words that bind nobody."""
