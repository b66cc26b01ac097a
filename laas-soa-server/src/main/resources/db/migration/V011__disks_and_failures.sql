-- What agents say about their disks, and why operations on machines failed.

ALTER TABLE agents ADD COLUMN disk_free bigint, ADD COLUMN disk_total bigint, ADD COLUMN disk_needed bigint;
COMMENT ON COLUMN agents.disk_free IS 'bytes that the agent''s user could still write, as it said last; null when it does not say';
COMMENT ON COLUMN agents.disk_needed IS 'bytes that must be free for it to take work; null when it does not say';

-- Why operations on machines failed, for programs and for other languages than English.
ALTER TABLE machine_operations ADD COLUMN failure jsonb;
COMMENT ON COLUMN machine_operations.failure IS 'code, step and details of error; null for what is older than this column';
