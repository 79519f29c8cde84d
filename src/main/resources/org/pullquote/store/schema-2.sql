-- What answers showed, so that their buttons work later on. The question itself is not kept.
CREATE TABLE shown (
  id TEXT PRIMARY KEY,
  chat INTEGER NOT NULL,
  reader INTEGER NOT NULL,
  shown_at INTEGER NOT NULL,
  question_hash TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX shown_at ON shown (shown_at);
CREATE INDEX shown_reader ON shown (reader);

-- What readers think of answers: the last word of each reader on each.
CREATE TABLE rating (
  answer TEXT NOT NULL,
  reader INTEGER NOT NULL,
  given_at INTEGER NOT NULL,
  good INTEGER NOT NULL CHECK (good IN (0, 1)),
  question TEXT,
  question_hash TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (answer, reader)
) STRICT;
CREATE INDEX rating_reader ON rating (reader);
