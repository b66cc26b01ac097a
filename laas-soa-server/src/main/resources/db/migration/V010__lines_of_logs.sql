-- Where the lines of a log are, and when they came.

ALTER TABLE log_chunks ADD COLUMN line_feeds integer, ADD COLUMN received_at timestamptz;
-- A default of its own: chunks that are there already did not come now.
ALTER TABLE log_chunks ALTER COLUMN received_at SET DEFAULT now();
COMMENT ON COLUMN log_chunks.line_feeds IS 'how many line feeds it has; null for what is older than this column: counted when somebody asks';
COMMENT ON COLUMN log_chunks.received_at IS 'when the server got it, by the clock of the database: later than it was printed by what the agent takes to ship it; null for what is older than this column';

-- What has failed of late is shown all the time.
CREATE INDEX deliveries_failed ON deliveries (ended_at) WHERE state IN ('refused', 'given_up');
