"""The Welsh language, on strings: words, mutation, dictionary, spelling, grammar, terms, numbers and what they count."""
