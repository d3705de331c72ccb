-- Where to find a message by whom it went to and by its provider's name for it. Both are spread at random, so that an
-- index moved with each message would write a page of its own for it; these are filled in sorted batches instead, and
-- what is not in them yet is in the attempts above merged_to (messageindex.h). They say where to look: the row decides.
CREATE TABLE message_left (
    address_hash INTEGER NOT NULL,          -- short_hash(address_index)
    claimed_at   INTEGER NOT NULL,
    message_id   INTEGER NOT NULL,
    PRIMARY KEY (address_hash, claimed_at, message_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE message_named (
    name_hash  INTEGER NOT NULL,            -- short_hash(provider_id || ':' || provider_message_id)
    message_id INTEGER NOT NULL,
    PRIMARY KEY (name_hash, message_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE message_index (merged_to INTEGER NOT NULL) STRICT; -- one row: the last attempt that is in them for sure
INSERT INTO message_left SELECT short_hash(address_index), claimed_at, id FROM message
    WHERE claimed_at IS NOT NULL AND address_index IS NOT NULL ORDER BY 1, 2, 3;
INSERT INTO message_named SELECT short_hash(provider_id || ':' || provider_message_id), id FROM message
    WHERE provider_message_id IS NOT NULL ORDER BY 1, 2;
INSERT INTO message_index SELECT coalesce((SELECT min(id) - 1 FROM attempt WHERE finished_at IS NULL),
                                          (SELECT max(id) FROM attempt), 0);
DROP INDEX message_by_address;
DROP INDEX message_by_provider_id;
