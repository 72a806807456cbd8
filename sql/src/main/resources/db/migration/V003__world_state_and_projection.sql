-- Where the projection of world.changes stands. Written in the transaction that writes the rows.
CREATE TABLE projection_offsets (
  topic       text        NOT NULL,
  partition   integer     NOT NULL,
  -- Kafka's own id of the topic: a topic made anew under the old name counts its offsets from 0 again.
  topic_id    text        NOT NULL,
  next_offset bigint      NOT NULL,
  updated_at  timestamptz NOT NULL,
  PRIMARY KEY (topic, partition),
  CONSTRAINT projection_offsets_next_offset CHECK (next_offset >= 0)
);

-- Changes that could not be made into rows, with their bytes as they came.
CREATE TABLE projection_failures (
  topic         text        NOT NULL,
  partition     integer     NOT NULL,
  record_offset bigint      NOT NULL,
  -- null when the bytes could not be read at all
  table_name    text,
  error         text        NOT NULL,
  bytes         bytea,
  failed_at     timestamptz NOT NULL,
  PRIMARY KEY (topic, partition, record_offset)
);

CREATE INDEX projection_failures_failed_at ON projection_failures (failed_at);

-- The world by the minute, and its maps as they are now.
CREATE TABLE world_states (
  snapshot_id             text        NOT NULL,
  online_players          integer     NOT NULL,
  reported_online_players integer,
  mean_level_milli        bigint      NOT NULL,
  level_distribution      jsonb       NOT NULL,
  map_activity            jsonb       NOT NULL,
  kills_last_hour         jsonb       NOT NULL,
  mvp_kills_24h           jsonb       NOT NULL,
  economy_health          text,
  economy_score_milli     integer,
  circulation             bigint,
  overall_score_milli     integer,
  timestamp               timestamptz NOT NULL,
  PRIMARY KEY (snapshot_id),
  CONSTRAINT world_states_economy_health CHECK (economy_health IN
    ('thriving', 'stable', 'struggling', 'crisis'))
);

CREATE INDEX world_states_timestamp ON world_states (timestamp DESC);

CREATE TABLE map_activity (
  map             text        NOT NULL,
  players         integer     NOT NULL,
  visits_24h      bigint      NOT NULL,
  kills_last_hour bigint      NOT NULL,
  updated_at      timestamptz NOT NULL,
  PRIMARY KEY (map)
);
