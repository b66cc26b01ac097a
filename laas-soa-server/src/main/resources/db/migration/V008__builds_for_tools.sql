-- What other programs need: builds asked for exactly once, told of when their state changes, and
-- followed by those of other projects.

-- Exactly once ------------------------------------------------------------------------------------

CREATE TABLE idempotency_keys (
    caller       text        NOT NULL,
    key          text        NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    request_hash bytea       NOT NULL CHECK (length(request_hash) = 32),
    actions      bigint[]    NOT NULL DEFAULT '{}',
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
COMMENT ON TABLE idempotency_keys IS 'requests for builds that may be repeated: written in the transaction that enqueues';
COMMENT ON COLUMN idempotency_keys.caller IS 'who asks: the same key of somebody else is another one; empty for the server itself';
COMMENT ON COLUMN idempotency_keys.request_hash IS 'SHA-256 of what was asked for';
COMMENT ON COLUMN idempotency_keys.actions IS 'what was enqueued, in the order of the request';

-- What a project says -----------------------------------------------------------------------------

ALTER TABLE projects
    ADD COLUMN parameters   jsonb   NOT NULL DEFAULT '[]',
    ADD COLUMN downstream   jsonb   NOT NULL DEFAULT '[]',
    ADD COLUMN public_badge boolean NOT NULL DEFAULT false,
    ADD COLUMN keep_builds  integer CHECK (keep_builds BETWEEN 1 AND 1000000),
    ADD COLUMN keep_days    integer CHECK (keep_days BETWEEN 1 AND 36500);
COMMENT ON COLUMN projects.parameters IS '[{"name": "STAGE", "default": "test", "choices": ["test", "live"]}]; with any, a build may have no others';
COMMENT ON COLUMN projects.downstream IS '[{"project": "shop", "ref": "main", "parameter": "BASE_IMAGE"}]: what is built when one of its builds has succeeded';
COMMENT ON COLUMN projects.public_badge IS 'whether its badge is shown to people who have not signed in';
COMMENT ON COLUMN projects.keep_builds IS 'so many of its newest ended builds are kept; null means as the server''s settings say';
COMMENT ON COLUMN projects.keep_days IS 'its ended builds are kept for so many days; null means as the server''s settings say';

-- What follows from a build -----------------------------------------------------------------------

ALTER TABLE actions
    ADD COLUMN announced     boolean NOT NULL DEFAULT false,
    ADD COLUMN wanted_commit text;
ALTER TABLE ended_actions
    ADD COLUMN announced     boolean NOT NULL DEFAULT false,
    ADD COLUMN wanted_commit text;
COMMENT ON COLUMN actions.announced IS 'whether somebody is told when its state changes; decided when it is enqueued';
COMMENT ON COLUMN actions.wanted_commit IS 'the commit that whoever asked for it spoke of; what is built is the ref';

CREATE TABLE build_events (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    build      bigint      NOT NULL,
    project    text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    tries      integer     NOT NULL DEFAULT 0,
    not_before timestamptz NOT NULL DEFAULT '-infinity'
);
-- Few rows: those that were tried in vain.
CREATE INDEX build_events_held ON build_events (build) WHERE tries > 0;
COMMENT ON TABLE build_events IS 'changes of builds'' states that nobody has been told of yet: written with the change, removed with what follows from it';

-- The notification wakes the servers at the very commit; '-' stands for no server in particular.
CREATE FUNCTION announce_build() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO build_events (build, project, state) VALUES (NEW.id, NEW.subject, NEW.state);
    PERFORM pg_notify('laas_soa', E'-\ne');
    RETURN NULL;
END $$;

CREATE TRIGGER announce_new AFTER INSERT ON actions FOR EACH ROW
    WHEN (NEW.announced) EXECUTE FUNCTION announce_build();
CREATE TRIGGER announce_change AFTER UPDATE ON actions FOR EACH ROW
    WHEN (NEW.announced AND NEW.state <> OLD.state AND NEW.state IN ('queued', 'running'))
    EXECUTE FUNCTION announce_build();
CREATE TRIGGER announce_end AFTER INSERT ON ended_actions FOR EACH ROW
    WHEN (NEW.announced) EXECUTE FUNCTION announce_build();

CREATE TABLE build_triggers (
    from_build bigint      NOT NULL,
    place      integer     NOT NULL CHECK (place >= 0),
    project    text        NOT NULL,
    depth      integer     NOT NULL CHECK (depth >= 1),
    to_build   bigint,
    problem    text,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (from_build, place)
);
CREATE INDEX build_triggers_by_result ON build_triggers (to_build) WHERE to_build IS NOT NULL;
CREATE INDEX build_triggers_by_age ON build_triggers (created_at);
COMMENT ON TABLE build_triggers IS 'builds that followed from a build of another project';
COMMENT ON COLUMN build_triggers.place IS 'which of the project''s downstream entries, from 0';
COMMENT ON COLUMN build_triggers.depth IS 'how many builds are before it in the chain';
COMMENT ON COLUMN build_triggers.to_build IS 'the build that followed; null while it is not enqueued';
COMMENT ON COLUMN build_triggers.problem IS 'why none followed, in words';

-- Deliveries ----------------------------------------------------------------------------------------

CREATE TABLE deliveries (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text        NOT NULL,
    subject     text        NOT NULL,
    payload     text        NOT NULL,
    state       text        NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'refused', 'given_up')),
    tries       integer     NOT NULL DEFAULT 0 CHECK (tries >= 0),
    next_try_at timestamptz DEFAULT now(),
    leased_until timestamptz,
    created_at  timestamptz NOT NULL DEFAULT now(),
    ended_at    timestamptz,
    CHECK ((state = 'pending') = (next_try_at IS NOT NULL)),
    CHECK ((state = 'pending') = (ended_at IS NULL))
);
CREATE INDEX deliveries_pending ON deliveries (kind, subject, id) WHERE state = 'pending';
CREATE INDEX deliveries_of_subject ON deliveries (kind, subject, id DESC);
CREATE INDEX deliveries_by_age ON deliveries (ended_at) WHERE ended_at IS NOT NULL;
COMMENT ON TABLE deliveries IS 'what is to be told to others, or was';
COMMENT ON COLUMN deliveries.kind IS 'who knows how: webhook, commit_status, downstream';
COMMENT ON COLUMN deliveries.subject IS 'the target: deliveries of one kind to one subject are made one after the other';
COMMENT ON COLUMN deliveries.payload IS 'what to tell, JSON without secrets, as it was written';
COMMENT ON COLUMN deliveries.tries IS 'since it was added, or asked for again by hand';
COMMENT ON COLUMN deliveries.leased_until IS 'a server is at it, or has died';

CREATE TABLE delivery_tries (
    delivery_id bigint      NOT NULL REFERENCES deliveries ON DELETE CASCADE,
    place       integer     NOT NULL CHECK (place >= 1),
    at          timestamptz NOT NULL,
    millis      bigint      NOT NULL CHECK (millis >= 0),
    status      integer,
    problem     text,
    PRIMARY KEY (delivery_id, place)
);
COMMENT ON COLUMN delivery_tries.status IS 'the HTTP status of the answer, where there was one';
COMMENT ON COLUMN delivery_tries.problem IS 'why it was not delivered, in words; null where it was';

-- Outgoing webhooks -----------------------------------------------------------------------------------

CREATE TABLE webhooks (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text        NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    description text        NOT NULL DEFAULT '',
    url         text        NOT NULL,
    secret_enc  bytea       NOT NULL,
    events      text[]      NOT NULL,
    projects    text[]      NOT NULL DEFAULT '{}',
    enabled     boolean     NOT NULL DEFAULT true,
    version     bigint      NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN webhooks.secret_enc IS 'what its deliveries are signed with, encrypted';
COMMENT ON COLUMN webhooks.events IS 'the states of builds that it is told of';
COMMENT ON COLUMN webhooks.projects IS 'of these projects only; none means of all';
