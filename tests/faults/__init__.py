"""Kill, restart, shuffle, flood: on the real thing, with people conversing meanwhile."""
