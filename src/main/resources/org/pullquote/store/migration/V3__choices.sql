-- Which article a chat asks, where it has chosen one.
CREATE TABLE choice (
  chat ${integer} PRIMARY KEY,
  article TEXT NOT NULL
)${strict};
