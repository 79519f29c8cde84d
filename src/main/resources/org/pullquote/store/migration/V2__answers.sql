-- What answers showed, so that their buttons work later on. The question itself is not kept.
CREATE TABLE shown (
  id TEXT PRIMARY KEY,
  chat ${integer} NOT NULL,
  reader ${integer} NOT NULL,
  shown_at ${integer} NOT NULL,
  question_hash TEXT NOT NULL,
  content TEXT NOT NULL
)${strict};
CREATE INDEX shown_at ON shown (shown_at);
CREATE INDEX shown_reader ON shown (reader);

-- What readers think of answers: the last word of each reader on each.
CREATE TABLE rating (
  answer TEXT NOT NULL,
  reader ${integer} NOT NULL,
  given_at ${integer} NOT NULL,
  good ${integer} NOT NULL CHECK (good IN (0, 1)),
  question TEXT,
  question_hash TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (answer, reader)
)${strict};
CREATE INDEX rating_reader ON rating (reader);
