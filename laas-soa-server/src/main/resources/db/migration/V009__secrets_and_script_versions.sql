-- Secrets of builds, who changed which scripts when, and what a build environment offers.

-- Secrets ------------------------------------------------------------------------------------

CREATE TABLE secrets (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_id    bigint      REFERENCES projects ON DELETE CASCADE,
    name          text        NOT NULL CHECK (name ~ '^[A-Za-z_][A-Za-z0-9_]{0,99}$' AND name !~ '^LAAS_'),
    kind          text        NOT NULL CHECK (kind IN ('env', 'file')),
    value_enc     bytea       NOT NULL,
    description   text        NOT NULL DEFAULT '',
    every_project boolean     NOT NULL DEFAULT false,
    parent_images boolean     NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now(),
    updated_by    text        NOT NULL,
    CHECK (project_id IS NULL OR NOT (every_project OR parent_images))
);
CREATE UNIQUE INDEX secrets_one_a_name ON secrets (coalesce(project_id, 0), name);
COMMENT ON COLUMN secrets.project_id IS 'the one project whose builds get it; null for a shared one';
COMMENT ON COLUMN secrets.every_project IS 'shared: the builds of all projects get it, else those of secret_projects';
COMMENT ON COLUMN secrets.parent_images IS 'shared: the builds of parent images get it too';

-- A column says whether all projects are meant, so that the last named project may be deleted
-- without giving the secret to everybody.
CREATE TABLE secret_projects (
    secret_id  bigint NOT NULL REFERENCES secrets ON DELETE CASCADE,
    project_id bigint NOT NULL REFERENCES projects ON DELETE CASCADE,
    PRIMARY KEY (secret_id, project_id)
);
CREATE INDEX secret_projects_of_project ON secret_projects (project_id);

CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON secrets FOR EACH STATEMENT EXECUTE FUNCTION configuration_changed();
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON secret_projects FOR EACH STATEMENT EXECUTE FUNCTION configuration_changed();

-- Script versions ----------------------------------------------------------------------------

ALTER TABLE script_revisions ADD COLUMN number integer, ADD COLUMN author text;
UPDATE script_revisions SET number = numbered.number
FROM (SELECT id, row_number() OVER (PARTITION BY script_set_id ORDER BY id) - 1 AS number
      FROM script_revisions) AS numbered
WHERE numbered.id = script_revisions.id;
ALTER TABLE script_revisions ALTER COLUMN number SET NOT NULL;
CREATE UNIQUE INDEX script_revisions_number ON script_revisions (script_set_id, number);
COMMENT ON COLUMN script_revisions.number IS 'counts within the set; 0 is the state without files that each set begins with';
COMMENT ON COLUMN script_revisions.author IS 'who saved it; null for what is older than this column';

-- Build environments -------------------------------------------------------------------------

ALTER TABLE build_environments ADD COLUMN tools text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN build_environments.tools IS 'what people find in it, such as maven 3.9: a description, nothing checks it';

-- The first start ----------------------------------------------------------------------------

CREATE TABLE first_start (
    only_row boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    at       timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE first_start IS 'a row when the first start has been: what it makes, it makes once';
