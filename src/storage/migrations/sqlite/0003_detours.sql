-- Accounts that do not answer, and how many messages another took in their place meanwhile. Gone once they answer.
CREATE TABLE provider_outage (
    provider_id INTEGER PRIMARY KEY REFERENCES provider (id) ON DELETE CASCADE,
    since       INTEGER NOT NULL            -- the first request that did not get through
) STRICT;
CREATE TABLE provider_detour (
    provider_id INTEGER NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
    instead_id  INTEGER NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
    since       INTEGER NOT NULL,           -- the first message
    messages    INTEGER NOT NULL,
    PRIMARY KEY (provider_id, instead_id)
) STRICT, WITHOUT ROWID;
