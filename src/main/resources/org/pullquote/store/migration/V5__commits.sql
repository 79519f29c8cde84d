-- Which transactions were kept, for an hour: who lost the server while it committed asks here. Only
-- for a server: who writes a file itself knows.
CREATE TABLE committed (
  token TEXT PRIMARY KEY,
  noted_at ${integer} NOT NULL
)${strict};
CREATE INDEX committed_noted ON committed (noted_at);
