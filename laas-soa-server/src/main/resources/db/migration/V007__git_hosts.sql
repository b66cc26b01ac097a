-- What git hosts tell the server, and what it tells them.

ALTER TABLE git_servers
    ADD COLUMN api_token_enc bytea,
    ADD COLUMN insecure      boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN git_servers.api_token_enc IS 'token for the host''s API, encrypted; null means the password is one';
COMMENT ON COLUMN git_servers.insecure IS 'whether calls to the host''s API take any TLS certificate';

ALTER TABLE image_registries
    ADD COLUMN tls      boolean NOT NULL DEFAULT true,
    ADD COLUMN insecure boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN image_registries.tls IS 'whether it is reached by https; what engines do, their own configuration says';
COMMENT ON COLUMN image_registries.insecure IS 'whether any TLS certificate is taken';

ALTER TABLE projects
    ADD COLUMN triggers      jsonb   NOT NULL DEFAULT '{}',
    ADD COLUMN report_status boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN projects.triggers IS '{"push": ["main", "release/*"], "tag": ["v*"], "merge_request": true}: what of the repository''s events is built';
COMMENT ON COLUMN projects.report_status IS 'whether the git host is told the state of builds, at their commit';

CREATE TABLE project_webhooks (
    project_id      bigint      PRIMARY KEY REFERENCES projects ON DELETE CASCADE,
    form            text        NOT NULL CHECK (form IN ('gitlab', 'gitea', 'github', 'generic')),
    secret_enc      bytea       NOT NULL,
    url             text        NOT NULL,
    host_id         text,
    registered_by   text        NOT NULL,
    registered_at   timestamptz NOT NULL DEFAULT now(),
    refused         bigint      NOT NULL DEFAULT 0,
    last_refused_at timestamptz
);
COMMENT ON TABLE project_webhooks IS 'hooks through which git hosts tell of pushes: one for a project';
COMMENT ON COLUMN project_webhooks.form IS 'how the host proves who it is, and what its bodies look like';
COMMENT ON COLUMN project_webhooks.secret_enc IS 'what calls are signed with, encrypted';
COMMENT ON COLUMN project_webhooks.host_id IS 'the hook''s id at the host; null where a person has to set it up there';
COMMENT ON COLUMN project_webhooks.refused IS 'calls with a wrong signature; counted at most once a second';

CREATE TABLE received_hooks (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_id  bigint      NOT NULL REFERENCES projects ON DELETE CASCADE,
    received_at timestamptz NOT NULL DEFAULT now(),
    delivery    text        NOT NULL,
    event       text        NOT NULL,
    ref         text,
    commit_sha  text,
    caused_by   text,
    result      text        NOT NULL CHECK (result IN ('built', 'repeated', 'ignored', 'failed')),
    note        text        NOT NULL,
    build       bigint,
    CHECK ((result = 'built') <= (build IS NOT NULL))
);
CREATE INDEX received_hooks_of_project ON received_hooks (project_id, id DESC);
CREATE INDEX received_hooks_by_age ON received_hooks (received_at);
COMMENT ON TABLE received_hooks IS 'calls of git hosts that were rightly signed, and what became of them; bounded in number and age';
COMMENT ON COLUMN received_hooks.delivery IS 'the host''s own id of the call, possibly empty';

-- What was built for an event outlives the log above: a call that is sent again, under whatever id,
-- builds nothing twice.
CREATE TABLE built_events (
    project_id bigint      NOT NULL REFERENCES projects ON DELETE CASCADE,
    event_key  bytea       NOT NULL CHECK (length(event_key) = 32),
    ref        text        NOT NULL,
    before_sha text        NOT NULL,
    build      bigint      NOT NULL,
    built_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (project_id, event_key)
);
CREATE INDEX built_events_by_age ON built_events (built_at);
CREATE INDEX built_events_by_begin ON built_events (project_id, ref, before_sha);
COMMENT ON COLUMN built_events.before_sha IS 'where the ref was before; once it is there again, the event is forgotten. Empty where the ref was new';
COMMENT ON COLUMN built_events.event_key IS 'SHA-256 of what the event says: its kind, the ref, the commits before and after';
