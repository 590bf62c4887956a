"""What somebody typed: a word of ours, an answer to the open question, or nothing we know."""
