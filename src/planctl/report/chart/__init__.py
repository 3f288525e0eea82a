"""Charts of measures: what they say, in words and values."""
