"""The plan language as static records: what a plan may say, one concept a file."""
