-- Who changed what: the history of each entry of the configuration, and the audit trail.

CREATE TABLE configuration_history (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind       text        NOT NULL,
    name       text        NOT NULL,
    entry_id   bigint      NOT NULL,
    version    bigint      NOT NULL,
    change     text        NOT NULL CHECK (change IN ('created', 'updated', 'deleted')),
    author     text        NOT NULL,
    changed_at timestamptz NOT NULL,
    snapshot   jsonb       NOT NULL,
    secrets    text[]      NOT NULL DEFAULT '{}'
);
CREATE INDEX configuration_history_of_entry ON configuration_history (kind, name, id DESC);
COMMENT ON TABLE configuration_history IS 'each change of the configuration, written with it in one transaction; it outlives the entry';
COMMENT ON COLUMN configuration_history.kind IS 'the collection, such as git_servers';
COMMENT ON COLUMN configuration_history.snapshot IS 'the entry after the change (before it, when deleted), without secrets; of files the versions only';
COMMENT ON COLUMN configuration_history.secrets IS 'the write-only fields that were set or cleared';

CREATE TABLE audit_events (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    happened_at timestamptz NOT NULL,
    actor       text        NOT NULL,
    address     text,
    action      text        NOT NULL,
    subject     text        NOT NULL,
    status      integer     NOT NULL,
    detail      text
);
CREATE INDEX audit_events_by_age ON audit_events (happened_at);
CREATE INDEX audit_events_of_actor ON audit_events (actor, id DESC);
CREATE INDEX audit_events_of_subject ON audit_events (subject text_pattern_ops, id DESC);
COMMENT ON TABLE audit_events IS 'who did or tried what through the API; what only reads is not in it';
COMMENT ON COLUMN audit_events.actor IS 'the user; empty where nobody was signed in';
COMMENT ON COLUMN audit_events.address IS 'where the call came from';
COMMENT ON COLUMN audit_events.action IS 'the operation''s id in the OpenAPI document, or sign-in and the like';
COMMENT ON COLUMN audit_events.subject IS 'the path below /api, such as git-servers/gitea';
COMMENT ON COLUMN audit_events.status IS 'the HTTP status of the answer: what was refused is in it too';
