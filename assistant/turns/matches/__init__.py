"""The matches of a batch: what is known of them, and what has changed."""
