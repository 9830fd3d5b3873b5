"""From Articles to an Answer: split, window, encode, search, read, cite. Knows nothing of chats or screens."""
