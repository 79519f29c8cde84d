-- Which article a chat asks, where it has chosen one.
CREATE TABLE choice (
  chat INTEGER PRIMARY KEY,
  article TEXT NOT NULL
) STRICT;
