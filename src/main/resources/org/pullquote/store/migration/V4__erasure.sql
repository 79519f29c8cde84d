-- What an update that cannot be read said is not kept any more.
UPDATE incoming SET content = NULL WHERE state = 'UNREADABLE';

-- Tells whether an edited message says something else: whose it is, and a keyed hash of its text.
ALTER TABLE incoming ADD COLUMN reader ${integer};
ALTER TABLE incoming ADD COLUMN fingerprint TEXT;
CREATE INDEX incoming_reader ON incoming (reader) WHERE reader IS NOT NULL;

-- Hashes are keyed from here on: who has the file alone could guess questions by the earlier ones.
CREATE TABLE installation (key ${bytes} NOT NULL)${strict};
INSERT INTO installation (key) VALUES (${random_key});
UPDATE shown SET question_hash = '';
UPDATE rating SET question_hash = '';

-- Who asked may erase what others think of the answer. Where that is not known, the words go.
ALTER TABLE rating ADD COLUMN asker ${integer};
UPDATE rating SET asker = (SELECT reader FROM shown WHERE shown.id = rating.answer);
UPDATE rating SET question = NULL WHERE asker IS NULL;
CREATE INDEX rating_asker ON rating (asker);
