-- The whole first schema: who may sign in, what is configured, the action queue, the log.
-- Names: tables plural, columns snake_case, times timestamptz. Columns that end in _enc hold
-- AES-256-GCM cipher text (nonce, cipher text, tag), never plain text.

-- People -------------------------------------------------------------------------------------

CREATE TABLE users (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name          text        NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    password_hash text        NOT NULL,
    role          text        NOT NULL CHECK (role IN ('viewer', 'developer', 'admin')),
    created_at    timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN users.password_hash IS 'PBKDF2-HMAC-SHA256: iterations$salt$hash, base64';

-- Agents -------------------------------------------------------------------------------------

CREATE TABLE join_tokens (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    token_hash bytea       NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
);
COMMENT ON COLUMN join_tokens.token_hash IS 'SHA-256 of the token: it has 256 random bits, so it needs no salt';

CREATE TABLE agents (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    token_hash bytea       NOT NULL UNIQUE,
    actions    text[]      NOT NULL DEFAULT '{}',
    capacity   integer     NOT NULL DEFAULT 1,
    version    text,
    executor   text,
    address    text,
    joined_at  timestamptz NOT NULL DEFAULT now(),
    last_seen  timestamptz
);
COMMENT ON COLUMN agents.actions IS 'subscription; empty means every type';

-- Configuration ------------------------------------------------------------------------------

CREATE TABLE git_servers (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name         text        NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    description  text        NOT NULL DEFAULT '',
    kind         text        NOT NULL DEFAULT 'generic' CHECK (kind IN ('generic', 'gitlab', 'gitea', 'github')),
    address      text        NOT NULL,
    port         integer     CHECK (port BETWEEN 1 AND 65535),
    username     text,
    password_enc bytea,
    is_default   boolean     NOT NULL DEFAULT false,
    version      bigint      NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX git_servers_one_default ON git_servers (is_default) WHERE is_default;
COMMENT ON COLUMN git_servers.address IS 'scheme and host, such as https://git.example.com, or with a path below which the repositories are';

CREATE TABLE image_registries (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name         text        NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    description  text        NOT NULL DEFAULT '',
    address      text        NOT NULL,
    port         integer     CHECK (port BETWEEN 1 AND 65535),
    username     text,
    password_enc bytea,
    version      bigint      NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN image_registries.address IS 'host without scheme, optionally with a path that stands before each image name';

CREATE TABLE build_environments (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name              text        NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    description       text        NOT NULL DEFAULT '',
    image             text        NOT NULL,
    image_registry_id bigint      REFERENCES image_registries,
    recipe            text,
    pull_policy       text        NOT NULL DEFAULT 'if_missing' CHECK (pull_policy IN ('if_missing', 'always', 'never')),
    network           text        NOT NULL DEFAULT 'bridge' CHECK (network IN ('bridge', 'host', 'none')),
    memory_bytes      bigint      CHECK (memory_bytes >= 6291456),
    cpus              double precision CHECK (cpus > 0),
    pids              bigint      CHECK (pids > 0),
    version           bigint      NOT NULL DEFAULT 0,
    created_at        timestamptz NOT NULL DEFAULT now(),
    updated_at        timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN build_environments.recipe IS 'Dockerfile lines after FROM; build_<name> is made from image and recipe';

-- Scripts are kept as sets. A file's versions count from 1 within its set; a revision names one
-- version of each file, is never changed, and is what an action pins.

CREATE TABLE script_sets (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY
);

CREATE TABLE script_versions (
    script_set_id bigint      NOT NULL REFERENCES script_sets ON DELETE CASCADE,
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    version       integer     NOT NULL CHECK (version >= 1),
    content       text        NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (script_set_id, name, version)
);

CREATE TABLE script_revisions (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    script_set_id bigint      NOT NULL REFERENCES script_sets ON DELETE CASCADE,
    versions      jsonb       NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX script_revisions_of_set ON script_revisions (script_set_id, id DESC);
COMMENT ON COLUMN script_revisions.versions IS '{"compile.sh": 3, "Dockerfile": 1}';

CREATE TABLE parent_images (
    id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name                 text        NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    description          text        NOT NULL DEFAULT '',
    build_environment_id bigint      NOT NULL REFERENCES build_environments,
    script_set_id        bigint      NOT NULL REFERENCES script_sets,
    compile_script       text,
    packaging_kind       text        NOT NULL DEFAULT 'dockerfile' CHECK (packaging_kind IN ('dockerfile', 'script')),
    packaging_file       text        NOT NULL DEFAULT 'Dockerfile',
    image_registry_id    bigint      REFERENCES image_registries,
    timeout_seconds      bigint      NOT NULL DEFAULT 3600 CHECK (timeout_seconds BETWEEN 1 AND 604800),
    version              bigint      NOT NULL DEFAULT 0,
    created_at           timestamptz NOT NULL DEFAULT now(),
    updated_at           timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE build_configurations (
    id                       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name                     text        NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    description              text        NOT NULL DEFAULT '',
    build_environment_id     bigint      NOT NULL REFERENCES build_environments,
    script_set_id            bigint      NOT NULL REFERENCES script_sets,
    compile_script           text,
    compile_may_repeat       boolean     NOT NULL DEFAULT true,
    packaging_kind           text        NOT NULL DEFAULT 'none' CHECK (packaging_kind IN ('none', 'dockerfile', 'script')),
    packaging_file           text,
    packaging_context        text        NOT NULL DEFAULT 'source' CHECK (packaging_context IN ('source', 'target')),
    packaging_environment_id bigint      REFERENCES build_environments,
    build_args               jsonb       NOT NULL DEFAULT '{}',
    parent_image_id          bigint      REFERENCES parent_images,
    variables                jsonb       NOT NULL DEFAULT '{}',
    home_files_enc           bytea,
    version                  bigint      NOT NULL DEFAULT 0,
    created_at               timestamptz NOT NULL DEFAULT now(),
    updated_at               timestamptz NOT NULL DEFAULT now(),
    CHECK ((packaging_kind = 'none') = (packaging_file IS NULL))
);
COMMENT ON COLUMN build_configurations.home_files_enc IS 'JSON object, path below the home directory to content, encrypted as a whole';
COMMENT ON COLUMN build_configurations.compile_may_repeat IS 'false where running the compile script twice does harm, such as a deploy';

CREATE TABLE projects (
    id                     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name                   text        NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    description            text        NOT NULL DEFAULT '',
    project_type           text        NOT NULL DEFAULT 'other' CHECK (project_type IN ('java', 'php', 'nodejs', 'python', 'other')),
    git_server_id          bigint      REFERENCES git_servers,
    repository             text        NOT NULL,
    submodules             boolean     NOT NULL DEFAULT false,
    build_configuration_id bigint      NOT NULL REFERENCES build_configurations,
    image_registry_id      bigint      REFERENCES image_registries,
    variables              jsonb       NOT NULL DEFAULT '{}',
    timeout_seconds        bigint      NOT NULL DEFAULT 3600 CHECK (timeout_seconds BETWEEN 1 AND 604800),
    max_attempts           integer     NOT NULL DEFAULT 2 CHECK (max_attempts BETWEEN 1 AND 10),
    version                bigint      NOT NULL DEFAULT 0,
    created_at             timestamptz NOT NULL DEFAULT now(),
    updated_at             timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN projects.git_server_id IS 'null means the default git server at the time of the build';
COMMENT ON COLUMN projects.repository IS 'path below the git server''s address, or a whole http(s) or git address';

-- The queue ----------------------------------------------------------------------------------
-- States and their order: docs/architecture.md has the diagram; a test holds enum, CHECK and
-- diagram against each other. The attempt is the fencing number: every write of an agent names it.

CREATE TABLE actions (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    type             text        NOT NULL CHECK (type IN ('build', 'build_parent_image')),
    payload          jsonb       NOT NULL,
    script_revision_id bigint    NOT NULL,
    state            text        NOT NULL DEFAULT 'queued'
        CHECK (state IN ('queued', 'consumed', 'running', 'succeeded', 'failed', 'cancelled')),
    attempt          integer     NOT NULL DEFAULT 0 CHECK (attempt >= 0),
    max_attempts     integer     NOT NULL CHECK (max_attempts >= 1),
    priority         integer     NOT NULL DEFAULT 0,
    agent_id         bigint      REFERENCES agents ON DELETE SET NULL,
    lease_until      timestamptz,
    step             text,
    cancel_requested boolean     NOT NULL DEFAULT false,
    outcome          jsonb,
    queued_at        timestamptz NOT NULL DEFAULT now(),
    ended_at         timestamptz,
    CHECK ((state IN ('consumed', 'running')) = (lease_until IS NOT NULL)),
    CHECK ((state IN ('succeeded', 'failed', 'cancelled')) = (ended_at IS NOT NULL)),
    CHECK (state NOT IN ('failed', 'succeeded') OR outcome IS NOT NULL)
);
-- A claim reads only what is ready, in the order of hand-out: finished rows cost it nothing.
CREATE INDEX actions_ready ON actions (priority DESC, id) WHERE state = 'queued';
CREATE INDEX actions_leased ON actions (lease_until) WHERE state IN ('consumed', 'running');
CREATE INDEX actions_held ON actions (agent_id) WHERE state IN ('consumed', 'running');
COMMENT ON COLUMN actions.payload IS 'what to do, without secrets: they are resolved when the action is handed out';
COMMENT ON COLUMN actions.agent_id IS 'the owner while consumed or running, the last owner after';

CREATE TABLE attempts (
    action_id       bigint      NOT NULL REFERENCES actions ON DELETE CASCADE,
    attempt         integer     NOT NULL CHECK (attempt >= 1),
    agent_id        bigint      REFERENCES agents ON DELETE SET NULL,
    agent_name      text        NOT NULL,
    claimed_at      timestamptz NOT NULL DEFAULT now(),
    acknowledged_at timestamptz,
    ended_at        timestamptz,
    outcome         jsonb,
    steps           jsonb       NOT NULL DEFAULT '[]',
    commit_sha      text,
    images          jsonb       NOT NULL DEFAULT '[]',
    log_bytes       bigint      NOT NULL DEFAULT 0,
    log_sha256      text,
    log_intact      boolean,
    PRIMARY KEY (action_id, attempt)
);
COMMENT ON COLUMN attempts.log_bytes IS 'bytes stored so far: the next offset wanted';
COMMENT ON COLUMN attempts.log_intact IS 'whether the stored bytes have the SHA-256 that the agent reported; null while unknown';

CREATE TABLE builds (
    id              bigint      PRIMARY KEY REFERENCES actions ON DELETE CASCADE,
    project_id      bigint      REFERENCES projects ON DELETE SET NULL,
    parent_image_id bigint      REFERENCES parent_images ON DELETE SET NULL,
    subject         text        NOT NULL,
    ref_type        text        CHECK (ref_type IN ('branch', 'tag')),
    ref             text,
    parameters      jsonb       NOT NULL DEFAULT '{}',
    retry_of        bigint,
    requested_by    text        NOT NULL
);
CREATE INDEX builds_of_project ON builds (project_id, id DESC);
CREATE INDEX builds_of_parent_image ON builds (parent_image_id, id DESC);
COMMENT ON TABLE builds IS 'what a build action is about; its number is the action''s id';
COMMENT ON COLUMN builds.subject IS 'the name of the project or parent image at the time of the build';

-- The log ------------------------------------------------------------------------------------

CREATE TABLE log_chunks (
    action_id    bigint  NOT NULL,
    attempt      integer NOT NULL,
    start_offset bigint  NOT NULL,
    data         bytea   NOT NULL,
    PRIMARY KEY (action_id, attempt, start_offset),
    FOREIGN KEY (action_id, attempt) REFERENCES attempts ON DELETE CASCADE
);
-- Out of line and uncompressed: a range of a chunk is then read without the rest of it, and an
-- append does not wait for the compressor.
ALTER TABLE log_chunks ALTER COLUMN data SET STORAGE EXTERNAL;
