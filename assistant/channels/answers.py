"""How far a provider's answer is read: no further than an honest one can go."""

LONGEST = 262_144  # bytes of an answer about one message
LONGEST_LIST = 16_777_216  # of a page of them: a thousand of the longest texts, all escaped
WHOLE_WITHIN = 10.0  # seconds from its headers to its end
