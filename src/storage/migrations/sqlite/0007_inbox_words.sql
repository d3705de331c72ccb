-- The words of what people wrote, and of what was answered by hand, searched by word beginnings. The text stands in its
-- own row alone; nothing of either is ever changed or removed.
CREATE VIRTUAL TABLE inbound_text USING fts5 (subject, body, content='inbound', content_rowid='id', prefix='2 3', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE reply_text USING fts5 (body, content='message', content_rowid='id', prefix='2 3', tokenize='unicode61 remove_diacritics 2');
INSERT INTO inbound_text (rowid, subject, body) SELECT id, subject, body FROM inbound;
INSERT INTO reply_text (rowid, body) SELECT id, body FROM message WHERE origin = 'manual' AND origin_id > 0;
