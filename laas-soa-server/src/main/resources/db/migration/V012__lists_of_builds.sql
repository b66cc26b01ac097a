-- Lists of builds.

-- What did not succeed is looked for most, and is rare: most builds cost this index nothing.
CREATE INDEX ended_actions_not_succeeded ON ended_actions (id) WHERE state <> 'succeeded';
