-- The first schema. Times are UTC milliseconds, days are days since 1970-01-01 in the workspace's zone,
-- money is integer micro-units beside a currency, states are words. A statement ends with a semicolon at a line's end.
-- Words in the CHECK of a large table stand in an OR: for an IN of more than two SQLite builds a table at every write.

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL                     -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
    id            INTEGER PRIMARY KEY,
    external_id   TEXT,
    kind          TEXT NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'company')),
    first_name    TEXT NOT NULL DEFAULT '',
    last_name     TEXT NOT NULL DEFAULT '',
    company       TEXT NOT NULL DEFAULT '',
    display_name  TEXT NOT NULL,            -- what lists show and sort by
    language      TEXT NOT NULL DEFAULT '', -- BCP 47
    time_zone     TEXT NOT NULL DEFAULT '', -- IANA
    country       TEXT NOT NULL DEFAULT '', -- ISO 3166 alpha-2
    contact_group TEXT NOT NULL DEFAULT '',
    territory     TEXT NOT NULL DEFAULT '',
    vip           INTEGER NOT NULL DEFAULT 0 CHECK (vip IN (0, 1)),
    lead_source   TEXT NOT NULL DEFAULT '',
    lead_stage    TEXT NOT NULL DEFAULT '',
    loyalty_tier  TEXT NOT NULL DEFAULT '',
    birthday      TEXT,                     -- YYYY-MM-DD
    anniversary   TEXT,
    customer_since TEXT,
    last_purchase_on TEXT,
    last_purchase_micros INTEGER,
    do_not_disturb INTEGER NOT NULL DEFAULT 0 CHECK (do_not_disturb IN (0, 1)),
    notes         TEXT NOT NULL DEFAULT '',
    attributes    TEXT NOT NULL DEFAULT '{}',  -- JSON object of custom attributes
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    deleted_at    INTEGER                   -- set: out of every list and audience; undo clears it, clean-up removes the row
) STRICT;
CREATE INDEX contact_by_change ON contact (updated_at, id) WHERE deleted_at IS NULL;
-- Lists begin from these by (…, id); what stands behind the id answers the usual conditions of a segment without a look
-- at the contact: [measured] 250,000 of a million counted in 29 ms instead of 146.
CREATE INDEX contact_by_group ON contact (contact_group, id, territory, vip, do_not_disturb, last_purchase_micros,
    last_purchase_on) WHERE deleted_at IS NULL AND contact_group <> '';
CREATE INDEX contact_by_territory ON contact (territory, id, contact_group, vip, do_not_disturb, last_purchase_micros,
    last_purchase_on) WHERE deleted_at IS NULL AND territory <> '';

-- The live contacts in the order of their names. A table of its own and no index: an import fills it in its own order,
-- which costs a twentieth of what filling it in the order of the contacts does.
CREATE TABLE contact_name (
    display_name TEXT NOT NULL COLLATE NOCASE,
    contact_id   INTEGER NOT NULL,
    PRIMARY KEY (display_name, contact_id)
) STRICT, WITHOUT ROWID;

-- How many live contacts there are, in all and by group, territory and tag: lists and the dashboard show these at once.
CREATE TABLE contact_count (
    kind     TEXT NOT NULL CHECK (kind = 'all' OR kind = 'group' OR kind = 'territory' OR kind = 'tag'),
    name     TEXT NOT NULL,                 -- of the group or territory, the id of the tag, '' for all
    contacts INTEGER NOT NULL,
    PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

-- External ids of the live contacts: unique among them.
CREATE TABLE external_lookup (
    external_id TEXT PRIMARY KEY,
    contact_id  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One address per contact and channel. The index is a keyed hash of the normal form: look-ups without opening anything.
CREATE TABLE contact_address (
    contact_id     INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    channel        TEXT NOT NULL CHECK (channel = 'sms' OR channel = 'email' OR channel = 'whatsapp'),
    address_cipher BLOB NOT NULL,
    address_index  BLOB NOT NULL,
    address_tail   TEXT NOT NULL,           -- the last digits, or the first letter and the domain, for the eye
    country        TEXT NOT NULL DEFAULT '',
    kind           TEXT NOT NULL DEFAULT '',    -- number kind as the library says; '' for e-mail
    usable         INTEGER NOT NULL DEFAULT 1 CHECK (usable IN (0, 1)),
    unusable_reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (contact_id, channel)
) STRICT, WITHOUT ROWID;
-- Who has an address, and whose ends with these four digits: filled as contact_name is.
CREATE TABLE address_lookup (
    address_index BLOB NOT NULL,
    channel       TEXT NOT NULL,
    contact_id    INTEGER NOT NULL,
    PRIMARY KEY (address_index, channel, contact_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE tail_lookup (
    tail       TEXT NOT NULL,               -- of a number, without the ellipsis
    contact_id INTEGER NOT NULL,
    PRIMARY KEY (tail, contact_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;
CREATE TABLE contact_tag (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    tag_id     INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    PRIMARY KEY (contact_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_tag_by_tag ON contact_tag (tag_id, contact_id);

-- Names, company and external id, searched by word beginnings. Filled in bulk after an import, else beside the row.
-- The text stands in contact alone; a removal or change needs FTS5's 'delete' command with the old values.
CREATE VIRTUAL TABLE contact_text USING fts5 (display_name, company, external_id, content='contact', content_rowid='id', prefix='2 3', tokenize='unicode61 remove_diacritics 2');

-- Contacts that an import brought and whose names are not in contact_text yet: these ids, from the first on.
CREATE TABLE contact_text_pending (
    first_id INTEGER PRIMARY KEY,
    last_id  INTEGER NOT NULL
) STRICT;

-- An import that is being put into its place (contacts/importpublisher.h): how far it came. None or one row.
CREATE TABLE contact_import (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    phase    INTEGER NOT NULL,
    position INTEGER NOT NULL,
    first_id INTEGER NOT NULL,              -- ids kept free for its new contacts
    last_id  INTEGER NOT NULL,
    at       INTEGER NOT NULL
) STRICT;

-- Business documents tied to a contact.
CREATE TABLE record (
    id            INTEGER PRIMARY KEY,
    contact_id    INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    kind          TEXT NOT NULL,
    external_id   TEXT NOT NULL DEFAULT '',
    status        TEXT NOT NULL DEFAULT '',
    dated_on      TEXT,                     -- YYYY-MM-DD
    amount_micros INTEGER,
    currency      TEXT NOT NULL DEFAULT '',
    fields        TEXT NOT NULL DEFAULT '{}',
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX record_by_contact ON record (contact_id, dated_on);
CREATE UNIQUE INDEX record_by_external_id ON record (kind, external_id) WHERE external_id <> '';

CREATE TABLE segment (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL UNIQUE COLLATE NOCASE,
    condition   TEXT NOT NULL,              -- JSON or an expression, as it was written; {} is everybody
    description TEXT NOT NULL DEFAULT '',
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE template (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL UNIQUE COLLATE NOCASE,
    channel     TEXT NOT NULL CHECK (channel IN ('sms', 'whatsapp', 'email')),
    category    TEXT NOT NULL CHECK (category IN ('authentication', 'transactional', 'marketing')),
    purpose     TEXT NOT NULL DEFAULT '',   -- appointment reminder, receipt …, or a word of one's own
    description TEXT NOT NULL DEFAULT '',
    notation    TEXT NOT NULL DEFAULT 'jinja' CHECK (notation IN ('jinja', 'brace', 'plain')),
    missing     TEXT NOT NULL DEFAULT 'error' CHECK (missing IN ('error', 'blank')),
    smart_encoding INTEGER NOT NULL DEFAULT 0 CHECK (smart_encoding IN (0, 1)),
    active      INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    is_system   INTEGER NOT NULL DEFAULT 0 CHECK (is_system IN (0, 1)),
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    deleted_at  INTEGER
) STRICT;

-- Every save adds a version; a restore is a new version with the old text. (language '' is the default variant)
CREATE TABLE template_version (
    id          INTEGER PRIMARY KEY,
    template_id INTEGER NOT NULL REFERENCES template (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    language    TEXT NOT NULL DEFAULT '',
    subject     TEXT NOT NULL DEFAULT '',
    body        TEXT NOT NULL,
    html        TEXT NOT NULL DEFAULT '',   -- of an e-mail, beside the text; '' is none
    note        TEXT NOT NULL DEFAULT '',
    actor       TEXT NOT NULL DEFAULT '',
    created_at  INTEGER NOT NULL,
    provider_content TEXT NOT NULL DEFAULT '', -- JSON: the provider's own template it is sent as outside the window
    UNIQUE (template_id, language, number)
) STRICT;

CREATE TABLE provider (
    id              INTEGER PRIMARY KEY,
    kind            TEXT NOT NULL,
    name            TEXT NOT NULL UNIQUE COLLATE NOCASE,
    settings        TEXT NOT NULL DEFAULT '{}', -- JSON, never a secret
    channels        TEXT NOT NULL DEFAULT 'sms', -- comma-separated
    enabled         INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
    paused_reason   TEXT NOT NULL DEFAULT '',   -- set by the engine on a refusal for configuration
    paused_detail   TEXT NOT NULL DEFAULT '',
    paused_at       INTEGER,
    rate_per_second REAL NOT NULL DEFAULT 10,
    in_flight       INTEGER NOT NULL DEFAULT 16,
    position        INTEGER NOT NULL DEFAULT 0,
    has_secret      INTEGER NOT NULL DEFAULT 0 CHECK (has_secret IN (0, 1)), -- in the key store
    poll_cursor     INTEGER NOT NULL DEFAULT 0, -- inbound and list polling has seen everything up to here
    mailbox_validity INTEGER NOT NULL DEFAULT 0, -- IMAP: which life of the mailbox of bounces was read
    mailbox_uid     INTEGER NOT NULL DEFAULT 0, -- and up to which mail
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL
) STRICT;

-- What a provider keeps and we keep a copy of: when each was last read whole, and what went wrong since.
CREATE TABLE provider_copy (
    provider_id INTEGER NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
    what        TEXT NOT NULL CHECK (what IN ('templates', 'opt_outs')),
    read_at     INTEGER,                    -- NULL: never yet
    tried_at    INTEGER NOT NULL,
    problem     TEXT NOT NULL DEFAULT '',   -- of the last try; '' where it went well
    PRIMARY KEY (provider_id, what)
) STRICT, WITHOUT ROWID;

-- Templates kept at the provider (WhatsApp), in the provider's own words.
CREATE TABLE provider_template (
    provider_id INTEGER NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
    name        TEXT NOT NULL,
    language    TEXT NOT NULL,
    external_id TEXT NOT NULL DEFAULT '',
    category    TEXT NOT NULL DEFAULT '',
    state       TEXT NOT NULL DEFAULT '',
    reason      TEXT NOT NULL DEFAULT '',
    body        TEXT NOT NULL DEFAULT '',
    named       INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1)),
    header_parameters TEXT NOT NULL DEFAULT '[]', -- JSON: names in order
    body_parameters   TEXT NOT NULL DEFAULT '[]',
    button_positions  TEXT NOT NULL DEFAULT '[]',
    components  TEXT NOT NULL DEFAULT '{}',
    PRIMARY KEY (provider_id, name, language)
) STRICT, WITHOUT ROWID;

-- The addresses on a provider's own list of opt-outs, as last read.
CREATE TABLE provider_opt_out (
    provider_id   INTEGER NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
    address_index BLOB NOT NULL,
    seen_at       INTEGER NOT NULL,         -- when the reading began that had it last
    PRIMARY KEY (provider_id, address_index)
) STRICT, WITHOUT ROWID;

-- Which way messages go: for a channel, a country and a category ('' is any) the accounts to try, lowest position
-- first; those of one position share by weight (domain/provider/route.h).
CREATE TABLE route (
    id          INTEGER PRIMARY KEY,
    channel     TEXT NOT NULL CHECK (channel IN ('sms', 'whatsapp', 'email')),
    country     TEXT NOT NULL DEFAULT '',       -- ISO 3166 alpha-2
    category    TEXT NOT NULL DEFAULT '' CHECK (category IN ('', 'authentication', 'transactional', 'marketing')),
    position    INTEGER NOT NULL DEFAULT 0,
    weight      INTEGER NOT NULL DEFAULT 1 CHECK (weight > 0),
    provider_id INTEGER NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
    sender      TEXT NOT NULL DEFAULT '',
    UNIQUE (channel, country, category, provider_id, sender)
) STRICT;
CREATE INDEX route_by_provider ON route (provider_id);

-- What an account charges, from a day on (country '' is every other one). Estimates until it says itself.
CREATE TABLE price (
    id          INTEGER PRIMARY KEY,
    provider_id INTEGER NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
    channel     TEXT NOT NULL CHECK (channel IN ('sms', 'whatsapp', 'email')),
    country     TEXT NOT NULL DEFAULT '',
    unit        TEXT NOT NULL CHECK (unit IN ('segment', 'message')),
    micros      INTEGER NOT NULL CHECK (micros >= 0),
    currency    TEXT NOT NULL,
    valid_from  INTEGER NOT NULL,           -- a day
    UNIQUE (provider_id, channel, country, valid_from)
) STRICT;

CREATE TABLE campaign (
    id             INTEGER PRIMARY KEY,
    name           TEXT NOT NULL UNIQUE COLLATE NOCASE,
    channel        TEXT NOT NULL CHECK (channel IN ('sms', 'whatsapp', 'email')),
    category       TEXT NOT NULL CHECK (category IN ('authentication', 'transactional', 'marketing')),
    template_id    INTEGER NOT NULL REFERENCES template (id),
    segment_id     INTEGER REFERENCES segment (id),
    audience       TEXT NOT NULL DEFAULT '{}',  -- the condition as it stood at launch
    state          TEXT NOT NULL DEFAULT 'draft'
                   CHECK (state IN ('draft', 'scheduled', 'sending', 'paused', 'completed', 'cancelled')),
    version_id     INTEGER REFERENCES template_version (id), -- the text as it stood at launch (default language)
    provider_id    INTEGER REFERENCES provider (id),
    start_at       INTEGER,                 -- NULL: at launch
    expires_at     INTEGER,                 -- nothing leaves after this
    pace_per_minute INTEGER NOT NULL DEFAULT 0, -- 0: as fast as the provider allows
    expanded_to    INTEGER NOT NULL DEFAULT 0,  -- contacts up to this id have their message
    expanded       INTEGER NOT NULL DEFAULT 0 CHECK (expanded IN (0, 1)),
    retry_round    INTEGER NOT NULL DEFAULT 0,
    created_at     INTEGER NOT NULL,
    launched_at    INTEGER,
    completed_at   INTEGER,
    updated_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX campaign_by_state ON campaign (state);

-- Ids grow with created_at: a span of time is a span of ids (log/messagelog.cpp).
CREATE TABLE message (
    id             INTEGER PRIMARY KEY,
    origin         TEXT NOT NULL CHECK (origin = 'campaign' OR origin = 'automation' OR origin = 'api' OR origin = 'manual'
                   OR origin = 'test'),
    origin_id      INTEGER NOT NULL,
    occurrence     INTEGER NOT NULL,        -- campaign: its retry round; automation: the logical slot
    step           INTEGER NOT NULL DEFAULT 0,
    campaign_id    INTEGER NOT NULL DEFAULT 0,  -- the lane; 0 for everything that is no campaign
    contact_id     INTEGER NOT NULL,        -- 0 where there is no contact
    template_id    INTEGER NOT NULL DEFAULT 0,
    version_id     INTEGER NOT NULL DEFAULT 0,
    channel        TEXT NOT NULL,
    category       TEXT NOT NULL,
    priority       INTEGER NOT NULL,        -- 0 first
    state          TEXT NOT NULL CHECK (state = 'queued' OR state = 'sending' OR state = 'accepted' OR state = 'sent'
                   OR state = 'delivered' OR state = 'read' OR state = 'undelivered' OR state = 'rejected'
                   OR state = 'uncertain' OR state = 'skipped' OR state = 'cancelled' OR state = 'expired'
                   OR state = 'planned'),
    reason         TEXT NOT NULL DEFAULT '',    -- why it waits, was skipped, rejected or is in doubt: a word of the checks list or of the outcomes
    address_cipher BLOB,
    address_index  BLOB,
    address_tail   TEXT NOT NULL DEFAULT '',
    country        TEXT NOT NULL DEFAULT '',
    due_at         INTEGER NOT NULL,
    expires_at     INTEGER,
    day            INTEGER NOT NULL,        -- the counters' day: when it was due, later when it left
    attempts       INTEGER NOT NULL DEFAULT 0,
    provider_id    INTEGER NOT NULL DEFAULT 0,
    provider_message_id TEXT,
    subject        TEXT NOT NULL DEFAULT '',
    body           TEXT NOT NULL DEFAULT '',    -- as sent; before that empty, or the text of a message that has no template
    text_hash      BLOB,                    -- of the text as sent, for the duplicate window
    encoding       TEXT NOT NULL DEFAULT '',
    segments       INTEGER NOT NULL DEFAULT 0,
    cost_micros    INTEGER NOT NULL DEFAULT 0,
    cost_currency  TEXT NOT NULL DEFAULT '',
    cost_source    TEXT NOT NULL DEFAULT '' CHECK (cost_source = '' OR cost_source = 'estimate' OR cost_source = 'provider'),
    error_code     TEXT NOT NULL DEFAULT '',
    error_text     TEXT NOT NULL DEFAULT '',
    look_at        INTEGER,                 -- when to poll its status, or to look into its doubt
    looks          INTEGER NOT NULL DEFAULT 0,
    created_at     INTEGER NOT NULL,
    claimed_at     INTEGER,
    accepted_at    INTEGER,
    sent_at        INTEGER,
    delivered_at   INTEGER,
    read_at        INTEGER,
    final_at       INTEGER
) STRICT;
CREATE UNIQUE INDEX message_once ON message (origin, origin_id, occurrence, contact_id, step);
CREATE INDEX message_due ON message (priority, campaign_id, due_at, id) WHERE state = 'queued';
CREATE INDEX message_to_look_at ON message (look_at, id) WHERE look_at IS NOT NULL;
CREATE INDEX message_by_campaign ON message (campaign_id, id) WHERE campaign_id <> 0;
CREATE INDEX message_by_contact ON message (contact_id, id);
CREATE INDEX message_by_address ON message (address_index, claimed_at) WHERE claimed_at IS NOT NULL;
CREATE UNIQUE INDEX message_by_provider_id ON message (provider_id, provider_message_id) WHERE provider_message_id IS NOT NULL;
CREATE INDEX message_seldom ON message (state, id)
    WHERE state = 'read' OR state = 'undelivered' OR state = 'rejected' OR state = 'uncertain' OR state = 'skipped'
    OR state = 'cancelled' OR state = 'expired';

-- One try to hand a message to a provider: written before the request leaves, closed after the answer.
CREATE TABLE attempt (
    id          INTEGER PRIMARY KEY,
    message_id  INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    provider_id INTEGER NOT NULL,
    reference   TEXT NOT NULL,
    sender      TEXT NOT NULL DEFAULT '',       -- the route's; '' is the account's own
    started_at  INTEGER NOT NULL,
    finished_at INTEGER,                    -- NULL: open
    outcome     TEXT NOT NULL DEFAULT '' CHECK (outcome = '' OR outcome = 'accepted' OR outcome = 'rejected'
                OR outcome = 'throttled' OR outcome = 'not_sent' OR outcome = 'unknown'),
    http_status INTEGER NOT NULL DEFAULT 0,
    latency_ms  INTEGER NOT NULL DEFAULT 0,
    code        TEXT NOT NULL DEFAULT '',
    detail      TEXT NOT NULL DEFAULT '',
    provider_message_id TEXT
) STRICT;
CREATE INDEX attempt_by_message ON attempt (message_id, number);
CREATE INDEX attempt_open ON attempt (id) WHERE finished_at IS NULL;

-- What is known of the parts of a message that its provider sends and reports on one by one.
CREATE TABLE message_part (
    message_id INTEGER NOT NULL,
    part       TEXT NOT NULL,               -- the provider's id of it
    state      TEXT NOT NULL,
    PRIMARY KEY (message_id, part)
) STRICT, WITHOUT ROWID;

-- What moved a message after its attempt was closed, and what a person decided. (The rest of a message's story is
-- in its own row and its attempts: nothing is written twice.)
CREATE TABLE status_event (
    id         INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL,
    at         INTEGER NOT NULL,            -- when we learnt it
    said_at    INTEGER,                     -- when the provider says it happened
    state      TEXT NOT NULL,
    source     TEXT NOT NULL,
    code       TEXT NOT NULL DEFAULT '',
    detail     TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX status_event_by_message ON status_event (message_id, id);

-- What a provider told before we knew its name for the message: tried again for a while, then dropped.
CREATE TABLE early_status (
    id          INTEGER PRIMARY KEY,
    provider_id INTEGER NOT NULL,
    provider_message_id TEXT NOT NULL,
    reference   TEXT NOT NULL,
    state       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    repeatable  INTEGER NOT NULL CHECK (repeatable IN (0, 1)),
    opted_out_of TEXT NOT NULL,             -- a category; '' is every one
    code        TEXT NOT NULL,
    detail      TEXT NOT NULL,
    said_at     INTEGER,
    cost_micros INTEGER,
    cost_currency TEXT NOT NULL,
    segments    INTEGER,
    is_free     INTEGER NOT NULL CHECK (is_free IN (0, 1)),
    tries       INTEGER NOT NULL DEFAULT 0,
    try_at      INTEGER NOT NULL,
    UNIQUE (provider_id, provider_message_id, reference, state)
) STRICT;
CREATE INDEX early_status_to_try ON early_status (try_at, id);

-- Moved in the transaction that moves the message: charts and totals read a few rows whatever the history.
CREATE TABLE counter (
    day         INTEGER NOT NULL,
    campaign_id INTEGER NOT NULL,
    provider_id INTEGER NOT NULL,
    template_id INTEGER NOT NULL,
    channel     TEXT NOT NULL,
    category    TEXT NOT NULL,
    state       TEXT NOT NULL,
    currency    TEXT NOT NULL,
    messages    INTEGER NOT NULL,
    segments    INTEGER NOT NULL,
    cost_micros INTEGER NOT NULL,
    PRIMARY KEY (day, campaign_id, provider_id, template_id, channel, category, state, currency)
) STRICT, WITHOUT ROWID;
CREATE INDEX counter_by_campaign ON counter (campaign_id, state) WHERE campaign_id <> 0;

-- Append-only. What it says now stands in suppression.
CREATE TABLE consent_event (
    id             INTEGER PRIMARY KEY,
    at             INTEGER NOT NULL,
    address_cipher BLOB NOT NULL,
    address_index  BLOB NOT NULL,
    address_tail   TEXT NOT NULL,
    channel        TEXT NOT NULL,
    category       TEXT NOT NULL DEFAULT '',    -- '' is every category
    action         TEXT NOT NULL CHECK (action IN ('opt_out', 'opt_in')),
    source         TEXT NOT NULL,           -- inbound, provider, person, import …
    evidence       TEXT NOT NULL DEFAULT '',    -- the text that said so
    actor          TEXT NOT NULL DEFAULT '',
    contact_id     INTEGER NOT NULL DEFAULT 0,
    previous_hash  BLOB NOT NULL,
    hash           BLOB NOT NULL
) STRICT;
CREATE INDEX consent_event_by_address ON consent_event (address_index, id);
CREATE INDEX consent_event_opt_outs ON consent_event (at) WHERE action = 'opt_out';

CREATE TABLE suppression (
    address_index BLOB NOT NULL,
    channel       TEXT NOT NULL,            -- sms also covers whatsapp only where the event said so
    category      TEXT NOT NULL DEFAULT '',     -- '' is every category
    since         INTEGER NOT NULL,
    event_id      INTEGER NOT NULL,
    PRIMARY KEY (address_index, channel, category)
) STRICT, WITHOUT ROWID;

CREATE TABLE inbound (
    id             INTEGER PRIMARY KEY,
    provider_id    INTEGER NOT NULL,
    provider_message_id TEXT NOT NULL,
    channel        TEXT NOT NULL,
    contact_id     INTEGER NOT NULL DEFAULT 0,
    address_cipher BLOB NOT NULL,
    address_index  BLOB NOT NULL,
    address_tail   TEXT NOT NULL,
    body           TEXT NOT NULL,
    intent         TEXT NOT NULL DEFAULT '',    -- opt_out, opt_in, help or ''
    media          TEXT NOT NULL DEFAULT '[]',  -- JSON: where what came with it can be fetched
    received_at    INTEGER NOT NULL,
    seen_at        INTEGER NOT NULL,
    UNIQUE (provider_id, provider_message_id)
) STRICT;
CREATE INDEX inbound_by_contact ON inbound (contact_id, id);
CREATE INDEX inbound_by_address ON inbound (address_index, id);
CREATE INDEX inbound_by_provider ON inbound (provider_id, id);
CREATE INDEX inbound_by_channel ON inbound (channel, id);
CREATE INDEX inbound_by_intent ON inbound (intent, id) WHERE intent <> '';

-- Who did what when. Chained by hash, so that a removed or changed row shows.
CREATE TABLE audit (
    id            INTEGER PRIMARY KEY,
    at            INTEGER NOT NULL,
    actor         TEXT NOT NULL,
    action        TEXT NOT NULL,            -- "campaign.launch"
    subject       TEXT NOT NULL,            -- "campaign:12"
    before_value  TEXT NOT NULL DEFAULT '',     -- JSON, without addresses or secrets
    after_value   TEXT NOT NULL DEFAULT '',
    previous_hash BLOB NOT NULL,
    hash          BLOB NOT NULL
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject, id);

-- Column mappings and other choices a person made once, by what they belong to.
CREATE TABLE import_mapping (
    header_hash BLOB PRIMARY KEY,
    mapping     TEXT NOT NULL,
    used_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
