-- What came in. The content is kept while it waits, the ids a while longer: they tell repetitions.
CREATE TABLE incoming (
  key ${identity},
  update_id ${integer} NOT NULL,
  chat ${integer},
  message ${integer},
  asked_at ${integer} NOT NULL,
  received_at ${integer} NOT NULL,
  ended_at ${integer},
  state TEXT NOT NULL CHECK (state IN ('WAITING', 'ANSWERED', 'LATE', 'FLOOD', 'FAILED', 'UNREADABLE')),
  fault TEXT,
  content TEXT
)${strict};
CREATE UNIQUE INDEX incoming_message ON incoming (chat, message) WHERE message IS NOT NULL;
CREATE UNIQUE INDEX incoming_update ON incoming (update_id) WHERE message IS NULL;
CREATE INDEX incoming_waiting ON incoming (key) WHERE state = 'WAITING';
CREATE INDEX incoming_ended ON incoming (ended_at) WHERE ended_at IS NOT NULL;

-- What is to go out.
CREATE TABLE outgoing (
  key ${identity},
  chat ${integer} NOT NULL,
  kind TEXT NOT NULL,
  created_at ${integer} NOT NULL,
  ended_at ${integer},
  state TEXT NOT NULL CHECK (state IN ('WAITING', 'SENT', 'GIVEN_UP')),
  fault TEXT,
  content TEXT
)${strict};
CREATE INDEX outgoing_waiting ON outgoing (key) WHERE state = 'WAITING';
CREATE INDEX outgoing_chat ON outgoing (chat, kind, created_at);
CREATE INDEX outgoing_ended ON outgoing (ended_at) WHERE ended_at IS NOT NULL;
