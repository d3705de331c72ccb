-- Files that go with the mails of a template's version. What is in them is kept once, however many versions have it.
CREATE TABLE attachment (
    hash    BLOB PRIMARY KEY,               -- BLAKE2b of the content, 256 bits
    size    INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;
CREATE TABLE template_attachment (
    version_id INTEGER NOT NULL REFERENCES template_version (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    name       TEXT NOT NULL,
    type       TEXT NOT NULL,               -- "application/pdf"
    size       INTEGER NOT NULL,
    hash       BLOB NOT NULL REFERENCES attachment (hash),
    PRIMARY KEY (version_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX template_attachment_by_hash ON template_attachment (hash);

-- What a test mail has beside its subject and text, until it has left: no template need have it.
CREATE TABLE test_mail (
    message_id INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
    html       TEXT NOT NULL
) STRICT;
CREATE TABLE test_mail_attachment (
    message_id INTEGER NOT NULL REFERENCES test_mail (message_id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    name       TEXT NOT NULL,
    type       TEXT NOT NULL,
    size       INTEGER NOT NULL,
    hash       BLOB NOT NULL REFERENCES attachment (hash),
    PRIMARY KEY (message_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX test_mail_attachment_by_hash ON test_mail_attachment (hash);
