-- Who may do what: users with or without a role for everything, roles on single projects, tokens
-- for programs, and the sessions of browsers.

ALTER TABLE users
    ALTER COLUMN role DROP NOT NULL,
    ADD COLUMN display_name text        NOT NULL DEFAULT '' CHECK (length(display_name) <= 200),
    ADD COLUMN disabled     boolean     NOT NULL DEFAULT false,
    ADD COLUMN updated_at   timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN users.role IS 'on everything; null means only what project_grants gives';

CREATE TABLE project_grants (
    user_id    bigint      NOT NULL REFERENCES users ON DELETE CASCADE,
    project_id bigint      NOT NULL REFERENCES projects ON DELETE CASCADE,
    role       text        NOT NULL CHECK (role IN ('viewer', 'developer', 'admin')),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, project_id)
);
CREATE INDEX project_grants_of_project ON project_grants (project_id);
COMMENT ON TABLE project_grants IS 'the role of a user on one project, where it is more than the one on everything';

CREATE TABLE api_tokens (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id      bigint      NOT NULL REFERENCES users ON DELETE CASCADE,
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    token_hash   bytea       NOT NULL UNIQUE,
    scopes       text[]      NOT NULL CHECK (scopes <@ '{read,build,configure}' AND cardinality(scopes) > 0),
    limited      boolean     NOT NULL DEFAULT false,
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    UNIQUE (user_id, name)
);
COMMENT ON COLUMN api_tokens.token_hash IS 'SHA-256 of the token: it has 256 random bits, so it needs no salt';
COMMENT ON COLUMN api_tokens.limited IS 'good for the projects in api_token_projects alone, and for nothing once those are deleted';

CREATE TABLE api_token_projects (
    token_id   bigint NOT NULL REFERENCES api_tokens ON DELETE CASCADE,
    project_id bigint NOT NULL REFERENCES projects ON DELETE CASCADE,
    PRIMARY KEY (token_id, project_id)
);
CREATE INDEX api_token_projects_of_project ON api_token_projects (project_id);

CREATE TABLE sessions (
    token_hash   bytea       PRIMARY KEY,
    user_id      bigint      NOT NULL REFERENCES users ON DELETE CASCADE,
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL
);
CREATE INDEX sessions_of_user ON sessions (user_id, created_at);
COMMENT ON TABLE sessions IS 'browsers that are signed in; how long that lasts is a setting of the servers';
COMMENT ON COLUMN sessions.token_hash IS 'SHA-256 of what the cookie holds';
