-- Builds that only some agents can take, what agents may take, and what is asked of one agent.

-- What a build requires ---------------------------------------------------------------------------

ALTER TABLE projects ADD COLUMN required_labels text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN projects.required_labels IS 'what an agent must have to take its builds, such as arch=arm64';

ALTER TABLE agents ADD COLUMN labels text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN agents.labels IS 'what it has, in its own words';

ALTER TABLE actions ADD COLUMN requirement text NOT NULL DEFAULT '';
COMMENT ON COLUMN actions.requirement IS 'the labels that an agent must have, sorted, with commas between; agent=7 is had by agent 7 alone';

-- Each pair of type and requirement is a lane with an order of its own: a claim reads the heads of
-- those that its agent can serve, so what nobody can take is in nobody's way.
DROP INDEX actions_ready;
CREATE INDEX actions_ready ON actions (type, requirement, priority DESC, turn, id) WHERE state = 'queued' AND NOT held_back;

-- What is asked of one agent ----------------------------------------------------------------------

ALTER TABLE actions DROP CONSTRAINT actions_type_check1;
ALTER TABLE actions ADD CONSTRAINT actions_type_check
    CHECK (type IN ('build', 'build_parent_image', 'clean', 'diagnose'));
ALTER TABLE actions ALTER COLUMN script_revision_id DROP NOT NULL;
COMMENT ON COLUMN actions.script_revision_id IS 'the pinned scripts; null where there are none';

ALTER TABLE agents
    ADD COLUMN wanted     text NOT NULL DEFAULT 'work' CHECK (wanted IN ('work', 'drain', 'stop')),
    ADD COLUMN removed_at timestamptz;
COMMENT ON COLUMN agents.wanted IS 'what people want of it: work, drain (take nothing more) or stop (drain, and end)';
COMMENT ON COLUMN agents.removed_at IS 'since when its token is refused; ended builds still name it';
CREATE INDEX agents_not_working ON agents (id) WHERE wanted <> 'work' OR removed_at IS NOT NULL;

-- What agents may take ----------------------------------------------------------------------------

CREATE TABLE capability_rules (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text        NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    description text        NOT NULL DEFAULT '',
    network     cidr        NOT NULL UNIQUE,
    actions     text[]      NOT NULL,
    version     bigint      NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE capability_rules IS 'which types of action agents may take that poll from a network; the narrowest network decides; without any rule all may take all';
COMMENT ON COLUMN capability_rules.actions IS 'types of actions; none means that such agents get nothing';
