"""Articles, and what turns a file into one. Knows nothing of search, chats or screens."""
