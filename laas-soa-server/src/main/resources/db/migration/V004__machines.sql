-- Hosts that the server reaches by SSH to install an agent there, and what was done on them.

CREATE TABLE machines (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name            text        NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    description     text        NOT NULL DEFAULT '',
    address         text        NOT NULL,
    port            integer     NOT NULL DEFAULT 22 CHECK (port BETWEEN 1 AND 65535),
    username        text        NOT NULL,
    password_enc    bytea,
    private_key_enc bytea,
    passphrase_enc  bytea,
    become          text        NOT NULL DEFAULT 'none' CHECK (become IN ('none', 'sudo')),
    directory       text,
    agent_name      text,
    capacity        integer     NOT NULL DEFAULT 1 CHECK (capacity BETWEEN 1 AND 1000),
    actions         text[]      NOT NULL DEFAULT '{}',
    labels          text[]      NOT NULL DEFAULT '{}',
    executor        text        NOT NULL DEFAULT 'auto' CHECK (executor IN ('auto', 'docker', 'process')),
    server_url      text,
    host_key        text,
    facts           text,
    version         bigint      NOT NULL DEFAULT 0,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN machines.directory IS 'where the agent is installed; null means what is usual for the login';
COMMENT ON COLUMN machines.server_url IS 'the address at which the machine reaches the server; null means the setting laas.public-url';
COMMENT ON COLUMN machines.host_key IS 'type and SHA-256 fingerprint, as ssh-keygen -l shows them; null until the first contact';
COMMENT ON COLUMN machines.facts IS 'what the last look found, as JSON';

-- An agent that the server installed itself: a machine has one, which keeps its number when it is
-- installed again.
ALTER TABLE agents ADD COLUMN machine_id bigint REFERENCES machines ON DELETE SET NULL;
CREATE UNIQUE INDEX agents_one_a_machine ON agents (machine_id) WHERE machine_id IS NOT NULL AND removed_at IS NULL;

ALTER TABLE join_tokens ADD COLUMN machine_id bigint REFERENCES machines ON DELETE CASCADE;
COMMENT ON COLUMN join_tokens.machine_id IS 'the machine that the token was made for: it joins one agent, that machine''s, and is gone';

CREATE TABLE machine_operations (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    machine_id   bigint      NOT NULL REFERENCES machines ON DELETE CASCADE,
    kind         text        NOT NULL CHECK (kind IN ('provision', 'look', 'upgrade', 'restart', 'uninstall', 'diagnose')),
    state        text        NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'succeeded', 'failed')),
    requested_by text        NOT NULL,
    started_at   timestamptz NOT NULL DEFAULT now(),
    beat_at      timestamptz NOT NULL DEFAULT now(),
    ended_at     timestamptz,
    error        text,
    advice       text,
    CHECK ((state = 'running') = (ended_at IS NULL)),
    CHECK ((state = 'failed') = (error IS NOT NULL))
);
CREATE INDEX machine_operations_of_machine ON machine_operations (machine_id, id DESC);
-- One at a time on a machine, whichever server runs it.
CREATE UNIQUE INDEX machine_operations_one_runs ON machine_operations (machine_id) WHERE state = 'running';
COMMENT ON COLUMN machine_operations.beat_at IS 'the last sign of life of the server that runs it';
COMMENT ON COLUMN machine_operations.advice IS 'what a person can do about the error';

CREATE TABLE machine_operation_events (
    operation_id bigint      NOT NULL REFERENCES machine_operations ON DELETE CASCADE,
    sequence     integer     NOT NULL CHECK (sequence >= 1),
    happened_at  timestamptz NOT NULL DEFAULT now(),
    step         text        NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('started', 'output', 'succeeded', 'failed')),
    text         text        NOT NULL DEFAULT '',
    PRIMARY KEY (operation_id, sequence)
);
COMMENT ON TABLE machine_operation_events IS 'what happened in an operation, in order: its steps and their output';
