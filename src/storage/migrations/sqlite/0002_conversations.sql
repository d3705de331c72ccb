-- Conversations: who wrote on which channel, when something was written there last, and what nobody has read yet.
-- Moved in the transaction that brings a text or a reply, so that the list reads a few rows whatever the history.
CREATE TABLE conversation (
    id              INTEGER PRIMARY KEY,
    address_index   BLOB NOT NULL,
    channel         TEXT NOT NULL CHECK (channel = 'sms' OR channel = 'email' OR channel = 'whatsapp'),
    address_tail    TEXT NOT NULL,
    last_at         INTEGER NOT NULL,           -- of what was written last, by them or by a person here
    last_inbound_id INTEGER NOT NULL,
    last_inbound_at INTEGER NOT NULL,
    last_reply_id   INTEGER NOT NULL DEFAULT 0, -- a message of ours; 0: nobody has answered yet
    last_reply_at   INTEGER NOT NULL DEFAULT 0,
    read_to         INTEGER NOT NULL DEFAULT 0, -- texts up to this id were read
    unread          INTEGER NOT NULL DEFAULT 0, -- texts beyond it
    keyword         TEXT NOT NULL DEFAULT '' CHECK (keyword IN ('', 'opt_out', 'opt_in')), -- the last one that came
    UNIQUE (address_index, channel)
) STRICT;
CREATE INDEX conversation_newest ON conversation (last_at, id);
CREATE INDEX conversation_by_channel ON conversation (channel, last_at, id);
CREATE INDEX conversation_unread ON conversation (last_at, id) WHERE unread > 0;
CREATE INDEX conversation_opt_outs ON conversation (last_at, id) WHERE keyword = 'opt_out';
CREATE INDEX conversation_by_tail ON conversation (address_tail);

CREATE INDEX inbound_in_conversation ON inbound (address_index, channel, received_at, id);

INSERT INTO conversation (address_index, channel, address_tail, last_at, last_inbound_id, last_inbound_at, unread,
    keyword)
SELECT i.address_index, i.channel, i.address_tail, min(i.received_at, i.seen_at), i.id, min(i.received_at, i.seen_at),
    n.texts, coalesce((SELECT k.intent FROM inbound k WHERE k.address_index = i.address_index AND
    k.channel = i.channel AND k.intent IN ('opt_out', 'opt_in') ORDER BY k.received_at DESC, k.id DESC LIMIT 1), '')
FROM (SELECT address_index, channel, count(*) AS texts FROM inbound GROUP BY address_index, channel) n
JOIN inbound i ON i.id = (SELECT l.id FROM inbound l WHERE l.address_index = n.address_index AND
    l.channel = n.channel ORDER BY min(l.received_at, l.seen_at) DESC, l.id DESC LIMIT 1);
