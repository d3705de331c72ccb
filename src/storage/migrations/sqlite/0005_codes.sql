-- One-time codes that a provider made and sent with a message of ours, and checks. The code itself is known to nobody
-- here: its message's text has a place for it. Valid from the moment the message left.
CREATE TABLE one_time_code (
    message_id  INTEGER PRIMARY KEY,
    validity_s  INTEGER NOT NULL,
    tries       INTEGER NOT NULL DEFAULT 0, -- checks that were asked for
    verified_at INTEGER
) STRICT;
CREATE INDEX one_time_code_open ON one_time_code (message_id) WHERE verified_at IS NULL;
