-- Which chat's turn an update waits for.
ALTER TABLE incoming ADD COLUMN lane ${integer} NOT NULL DEFAULT 0;
UPDATE incoming SET lane = chat WHERE chat IS NOT NULL;
CREATE INDEX incoming_lane ON incoming (lane, update_id) WHERE state = 'WAITING';
CREATE INDEX outgoing_lane ON outgoing (chat, key) WHERE state = 'WAITING';

-- What conversations remember, where several processes go on with them.
CREATE TABLE conversation (
  chat ${integer} NOT NULL,
  thread ${integer} NOT NULL,
  reader ${integer} NOT NULL,
  said_at ${integer} NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (chat, thread, reader)
)${strict};
CREATE INDEX conversation_reader ON conversation (reader);
CREATE INDEX conversation_said_at ON conversation (said_at);

-- The processes that share the work, each for as long as it says that it lives, and whose each chat
-- is. Only for a server: a file is one process's.
CREATE TABLE replica (
  id TEXT PRIMARY KEY,
  joined_at ${integer} NOT NULL,
  in_touch_since ${integer} NOT NULL,
  lives_until ${integer} NOT NULL
)${strict};
CREATE TABLE lane (
  chat ${integer} PRIMARY KEY,
  replica TEXT NOT NULL REFERENCES replica (id) ON DELETE CASCADE
)${strict};
CREATE INDEX lane_replica ON lane (replica);

-- When the next message may be sent, whichever process sends it; in microseconds since 1970.
CREATE TABLE pace (
  name TEXT PRIMARY KEY,
  next_at ${integer} NOT NULL
)${strict};
INSERT INTO pace (name, next_at) VALUES ('messages', 0);
