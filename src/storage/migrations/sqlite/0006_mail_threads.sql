-- Letters: what a mail says of its subject, of the mails before it, and of its writer.
ALTER TABLE inbound ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE inbound ADD COLUMN mails_before TEXT NOT NULL DEFAULT ''; -- their ids, the oldest first, parted by spaces
ALTER TABLE inbound ADD COLUMN writer_cipher BLOB;                    -- where another address answered than we wrote to

-- What a mail of ours answers: the same however often it is tried.
CREATE TABLE mail_answer (
    message_id   INTEGER PRIMARY KEY,
    in_reply_to  TEXT NOT NULL,
    mails_before TEXT NOT NULL
) STRICT;
