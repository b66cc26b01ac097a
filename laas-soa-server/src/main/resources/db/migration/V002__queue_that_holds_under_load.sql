-- The queue's table holds only what has not ended: a claim costs the same with five million
-- finished builds as with none. What ends is moved to a table in weekly partitions, and so are the
-- pieces of logs, so that retention drops whole weeks. What many builds have in common, their plan,
-- is stored once.

ALTER TABLE actions RENAME TO actions_v1;
ALTER TABLE attempts RENAME TO attempts_v1;
ALTER TABLE builds RENAME TO builds_v1;
ALTER TABLE log_chunks RENAME TO log_chunks_v1;
ALTER TABLE actions_v1 RENAME CONSTRAINT actions_pkey TO actions_v1_pkey;
ALTER TABLE log_chunks_v1 RENAME CONSTRAINT log_chunks_pkey TO log_chunks_v1_pkey;
ALTER TABLE actions_v1 ALTER COLUMN id DROP IDENTITY;
DROP INDEX actions_ready, actions_leased, actions_held;

-- Projects: how many of their builds may run at once, and whether old ones are worth building ---

ALTER TABLE projects
    ADD COLUMN max_concurrent integer CHECK (max_concurrent BETWEEN 1 AND 1000),
    ADD COLUMN newest_only    boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN projects.max_concurrent IS 'how many builds may be ready or running at once; null means any number';
COMMENT ON COLUMN projects.newest_only IS 'a queued build of a branch is cancelled when a newer one of that branch is enqueued';

-- Plans ------------------------------------------------------------------------------------------

CREATE TABLE plans (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash    bytea       NOT NULL UNIQUE CHECK (length(hash) = 32),
    payload jsonb       NOT NULL,
    used_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE plans IS 'what builds do, without secrets and without their own parameters; builds of the same configuration and ref share one';
COMMENT ON COLUMN plans.hash IS 'SHA-256 of the payload as it was written';
COMMENT ON COLUMN plans.used_at IS 'when a build was last enqueued with it, to within an hour';

-- The queue --------------------------------------------------------------------------------------

CREATE SEQUENCE action_numbers AS bigint;
SELECT setval('action_numbers', (SELECT coalesce(max(id), 0) + 1 FROM actions_v1), false);

CREATE TABLE actions (
    id                 bigint      PRIMARY KEY,
    type               text        NOT NULL CHECK (type IN ('build', 'build_parent_image')),
    state              text        NOT NULL DEFAULT 'queued'
        CHECK (state IN ('queued', 'consumed', 'running')),
    priority           integer     NOT NULL DEFAULT 0 CHECK (priority BETWEEN -100 AND 100),
    turn               bigint      NOT NULL,
    held_back          boolean     NOT NULL DEFAULT false,
    watched            boolean     NOT NULL DEFAULT false,
    plan_id            bigint      NOT NULL,
    script_revision_id bigint      NOT NULL,
    unrepeatable_steps text[]      NOT NULL DEFAULT '{}',
    max_attempts       integer     NOT NULL CHECK (max_attempts >= 1),
    cancel_requested   boolean     NOT NULL DEFAULT false,
    queued_at          timestamptz NOT NULL DEFAULT now(),
    -- what it is about
    project_id         bigint,
    parent_image_id    bigint,
    subject            text        NOT NULL,
    ref_type           text        CHECK (ref_type IN ('branch', 'tag')),
    ref                text,
    parameters         jsonb       NOT NULL DEFAULT '{}',
    retry_of           bigint,
    requested_by       text        NOT NULL,
    -- the attempt that is under way, or nothing yet
    attempt            integer     NOT NULL DEFAULT 0 CHECK (attempt >= 0),
    agent_id           bigint,
    agent_name         text,
    claimed_at         timestamptz,
    acknowledged_at    timestamptz,
    lease_until        timestamptz,
    step               text,
    steps              jsonb       NOT NULL DEFAULT '[]',
    log_bytes          bigint      NOT NULL DEFAULT 0,
    CHECK ((state = 'queued') = (lease_until IS NULL)),
    CHECK ((state = 'queued') = (agent_id IS NULL)),
    CHECK (state = 'queued' OR NOT held_back)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_cost_delay = 0);
-- A claim reads the head of this for each type that the agent takes, and nothing else.
CREATE INDEX actions_ready ON actions (type, priority DESC, turn, id) WHERE state = 'queued' AND NOT held_back;
-- Renewing a lease changes nothing that is indexed: it is a heap-only update.
CREATE INDEX actions_active ON actions (agent_id) WHERE state IN ('consumed', 'running');
CREATE INDEX actions_watched ON actions (project_id, ref) WHERE watched;
CREATE INDEX actions_under_way ON actions (project_id) WHERE watched AND NOT held_back;
CREATE INDEX actions_held_back ON actions (project_id, priority DESC, turn, id) WHERE held_back;
COMMENT ON TABLE actions IS 'what waits or is being done; what has ended is in ended_actions';
COMMENT ON COLUMN actions.turn IS 'the place in the order of hand-out within type and priority: projects take turns, see fair_turns';
COMMENT ON COLUMN actions.held_back IS 'queued, and not ready since its project has as many builds under way as it may';
COMMENT ON COLUMN actions.watched IS 'its project limits its builds: such rows are few, and indexed for it';
COMMENT ON COLUMN actions.plan_id IS 'plans.id; a plan that is in use is not removed';
COMMENT ON COLUMN actions.log_bytes IS 'bytes stored of the log of the attempt that is under way: the next offset wanted';
COMMENT ON COLUMN actions.claimed_at IS 'also the week in which the log of the attempt is kept';

CREATE TABLE fair_turns (
    type     text    NOT NULL,
    priority integer NOT NULL,
    subject  bigint  NOT NULL,
    turn     bigint  NOT NULL,
    PRIMARY KEY (type, priority, subject)
);
CREATE INDEX fair_turns_highest ON fair_turns (type, priority, turn);
COMMENT ON TABLE fair_turns IS 'the last turn that a project (or a parent image, as a negative number) was given';

CREATE TABLE ended_actions (
    id              bigint      NOT NULL,
    ended_at        timestamptz NOT NULL,
    type            text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('succeeded', 'failed', 'cancelled')),
    priority        integer     NOT NULL,
    outcome         jsonb       NOT NULL,
    note            text,
    max_attempts    integer     NOT NULL,
    queued_at       timestamptz NOT NULL,
    project_id      bigint,
    parent_image_id bigint,
    subject         text        NOT NULL,
    ref_type        text,
    ref             text,
    parameters      jsonb       NOT NULL,
    retry_of        bigint,
    requested_by    text        NOT NULL,
    -- the last attempt, if there was one
    attempt         integer     NOT NULL,
    agent_id        bigint,
    agent_name      text,
    claimed_at      timestamptz,
    acknowledged_at timestamptz,
    steps           jsonb       NOT NULL,
    commit_sha      text,
    images          jsonb       NOT NULL DEFAULT '[]',
    log_bytes       bigint      NOT NULL,
    log_sha256      text,
    log_intact      boolean,
    PRIMARY KEY (id, ended_at)
) PARTITION BY RANGE (ended_at);
CREATE INDEX ended_actions_of_subject ON ended_actions (subject, id);
CREATE INDEX ended_actions_of_parent_image ON ended_actions (parent_image_id, id) WHERE parent_image_id IS NOT NULL;
COMMENT ON COLUMN ended_actions.note IS 'why the server ended it, where the outcome does not say';
COMMENT ON COLUMN ended_actions.log_intact IS 'whether the stored bytes have the SHA-256 that the agent reported; null while unknown';

CREATE TABLE former_attempts (
    action_id       bigint      NOT NULL,
    attempt         integer     NOT NULL CHECK (attempt >= 1),
    agent_id        bigint      NOT NULL,
    agent_name      text        NOT NULL,
    claimed_at      timestamptz NOT NULL,
    acknowledged_at timestamptz,
    ended_at        timestamptz NOT NULL,
    outcome         jsonb       NOT NULL,
    steps           jsonb       NOT NULL,
    log_bytes       bigint      NOT NULL,
    PRIMARY KEY (action_id, attempt)
);
CREATE INDEX former_attempts_by_age ON former_attempts (ended_at);
COMMENT ON TABLE former_attempts IS 'attempts whose agents were lost, and that another one followed';

-- The log ----------------------------------------------------------------------------------------

CREATE TABLE log_chunks (
    claimed_at   timestamptz NOT NULL,
    action_id    bigint      NOT NULL,
    attempt      integer     NOT NULL,
    start_offset bigint      NOT NULL,
    bytes        integer     NOT NULL,
    packed       boolean     NOT NULL,
    data         bytea       NOT NULL,
    PRIMARY KEY (action_id, attempt, start_offset, claimed_at)
) PARTITION BY RANGE (claimed_at);
-- Out of line, and not compressed a second time.
ALTER TABLE log_chunks ALTER COLUMN data SET STORAGE EXTERNAL;
COMMENT ON COLUMN log_chunks.claimed_at IS 'when the attempt began: says which partition holds its log';
COMMENT ON COLUMN log_chunks.bytes IS 'how many bytes of the log it holds, unpacked';
COMMENT ON COLUMN log_chunks.packed IS 'whether data is an LZ4 block of them (github.com/lz4/lz4, lz4_Block_format)';

-- The configuration's version -----------------------------------------------------------------------
-- What is made from the configuration is kept in memory and used while this is the same. A row and
-- not a sequence: it changes at the very commit of what it is about.

CREATE TABLE configuration_clock (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version  bigint  NOT NULL DEFAULT 1
);
INSERT INTO configuration_clock DEFAULT VALUES;

CREATE FUNCTION configuration_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE configuration_clock SET version = version + 1;
    RETURN NULL;
END $$;

CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON git_servers FOR EACH STATEMENT EXECUTE FUNCTION configuration_changed();
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON image_registries FOR EACH STATEMENT EXECUTE FUNCTION configuration_changed();
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON build_environments FOR EACH STATEMENT EXECUTE FUNCTION configuration_changed();
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON script_revisions FOR EACH STATEMENT EXECUTE FUNCTION configuration_changed();
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON parent_images FOR EACH STATEMENT EXECUTE FUNCTION configuration_changed();
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON build_configurations FOR EACH STATEMENT EXECUTE FUNCTION configuration_changed();
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON projects FOR EACH STATEMENT EXECUTE FUNCTION configuration_changed();
-- A plan names the newest image of its parent image.
CREATE TRIGGER parent_image_built AFTER INSERT ON ended_actions FOR EACH ROW
    WHEN (NEW.type = 'build_parent_image' AND NEW.state = 'succeeded')
    EXECUTE FUNCTION configuration_changed();

-- Weeks ------------------------------------------------------------------------------------------

CREATE FUNCTION create_weeks(parent text, from_time timestamptz, to_time timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    week timestamptz := date_trunc('week', from_time, 'UTC');
    name text;
BEGIN
    WHILE week <= to_time LOOP
        name := parent || to_char(week AT TIME ZONE 'UTC', '_IYYY_"w"IW');
        IF to_regclass(name) IS NULL THEN
            EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                           name, parent, week, week + interval '7 days');
        END IF;
        week := week + interval '7 days';
    END LOOP;
END $$;
COMMENT ON FUNCTION create_weeks IS 'makes the partitions of the ISO weeks from one time to another, such as ended_actions_2026_w47, that are not there';

-- Servers ----------------------------------------------------------------------------------------

CREATE TABLE servers (
    id         uuid        PRIMARY KEY,
    started_at timestamptz NOT NULL DEFAULT now(),
    last_seen  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE servers IS 'the servers that work on this database at present; one that is silent for a minute is removed';

ALTER TABLE agents ADD COLUMN pick_up text, ADD COLUMN not_taking text;
COMMENT ON COLUMN agents.pick_up IS 'how it learns of work: doorbell, held_poll or poll';
COMMENT ON COLUMN agents.not_taking IS 'why it takes nothing at present, in its own words';
ALTER TABLE agents SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

-- What was there before ---------------------------------------------------------------------------

SELECT create_weeks('ended_actions', least(now(), (SELECT min(ended_at) FROM actions_v1)), now() + interval '28 days');
SELECT create_weeks('log_chunks', least(now(), (SELECT min(claimed_at) FROM attempts_v1)), now() + interval '28 days');

-- A plan that was made for one build keeps the time in its tag; the parameters are among its variables.
INSERT INTO plans (hash, payload)
SELECT sha256(convert_to('v1 ' || id || payload::text, 'UTF8')), payload FROM actions_v1 WHERE ended_at IS NULL;

INSERT INTO actions (
    id, type, state, priority, turn, plan_id, script_revision_id, unrepeatable_steps, max_attempts,
    cancel_requested, queued_at, project_id, parent_image_id, subject, ref_type, ref, parameters,
    retry_of, requested_by, attempt, agent_id, agent_name, claimed_at, acknowledged_at, lease_until,
    step, steps, log_bytes)
SELECT a.id, a.type, a.state, a.priority, 1,
       (SELECT p.id FROM plans p WHERE p.hash = sha256(convert_to('v1 ' || a.id || a.payload::text, 'UTF8'))),
       a.script_revision_id,
       ARRAY(SELECT jsonb_array_elements_text(coalesce(a.payload -> 'unrepeatable_steps', '[]'))),
       a.max_attempts, a.cancel_requested, a.queued_at, b.project_id, b.parent_image_id, b.subject,
       b.ref_type, b.ref, b.parameters, b.retry_of, b.requested_by, a.attempt,
       CASE WHEN a.state <> 'queued' THEN a.agent_id END,
       CASE WHEN a.state <> 'queued' THEN t.agent_name END,
       CASE WHEN a.state <> 'queued' THEN t.claimed_at END,
       CASE WHEN a.state <> 'queued' THEN t.acknowledged_at END,
       a.lease_until, a.step,
       CASE WHEN a.state <> 'queued' THEN t.steps ELSE '[]' END,
       CASE WHEN a.state <> 'queued' THEN t.log_bytes ELSE 0 END
FROM actions_v1 a
    JOIN builds_v1 b ON b.id = a.id
    LEFT JOIN attempts_v1 t ON t.action_id = a.id AND t.attempt = a.attempt
WHERE a.ended_at IS NULL;

INSERT INTO ended_actions (
    id, ended_at, type, state, priority, outcome, max_attempts, queued_at, project_id,
    parent_image_id, subject, ref_type, ref, parameters, retry_of, requested_by, attempt, agent_id,
    agent_name, claimed_at, acknowledged_at, steps, commit_sha, images, log_bytes, log_sha256,
    log_intact)
SELECT a.id, a.ended_at, a.type, a.state, a.priority, coalesce(a.outcome, '{"result": "cancelled"}'), a.max_attempts, a.queued_at,
       b.project_id, b.parent_image_id, b.subject, b.ref_type, b.ref, b.parameters, b.retry_of,
       b.requested_by, a.attempt, t.agent_id, t.agent_name, t.claimed_at, t.acknowledged_at,
       coalesce(t.steps, '[]'), t.commit_sha, coalesce(t.images, '[]'), coalesce(t.log_bytes, 0),
       t.log_sha256, t.log_intact
FROM actions_v1 a
    JOIN builds_v1 b ON b.id = a.id
    LEFT JOIN attempts_v1 t ON t.action_id = a.id AND t.attempt = a.attempt
WHERE a.ended_at IS NOT NULL;

INSERT INTO former_attempts (
    action_id, attempt, agent_id, agent_name, claimed_at, acknowledged_at, ended_at, outcome, steps,
    log_bytes)
SELECT t.action_id, t.attempt, coalesce(t.agent_id, 0), t.agent_name, t.claimed_at,
       t.acknowledged_at, coalesce(t.ended_at, now()), coalesce(t.outcome, '{}'), t.steps, t.log_bytes
FROM attempts_v1 t JOIN actions_v1 a ON a.id = t.action_id
WHERE t.attempt < a.attempt OR a.state = 'queued';

INSERT INTO log_chunks (claimed_at, action_id, attempt, start_offset, bytes, packed, data)
SELECT t.claimed_at, c.action_id, c.attempt, c.start_offset, length(c.data), false, c.data
FROM log_chunks_v1 c JOIN attempts_v1 t ON t.action_id = c.action_id AND t.attempt = c.attempt;

DROP TABLE log_chunks_v1, attempts_v1, builds_v1, actions_v1;
