-- How merit was earned and what it opened.

CREATE TABLE reputation_history (
  history_id      text        NOT NULL,
  player_id       bigint      NOT NULL,
  reputation_type text        NOT NULL,
  amount          integer     NOT NULL,
  source          text        NOT NULL,
  source_id       text,
  timestamp       timestamptz NOT NULL,
  PRIMARY KEY (history_id),
  CONSTRAINT reputation_history_reputation_type CHECK (reputation_type IN
    ('world_guardian', 'explorer', 'problem_solver', 'event_participant', 'faction_loyalist'))
);

CREATE INDEX reputation_history_timestamp ON reputation_history (timestamp DESC);
CREATE INDEX reputation_history_player ON reputation_history (player_id, timestamp DESC);

CREATE TABLE tier_progression (
  player_id                      bigint      NOT NULL,
  old_tier                       integer     NOT NULL,
  new_tier                       integer     NOT NULL,
  influence_milli_at_progression bigint      NOT NULL,
  timestamp                      timestamptz NOT NULL,
  PRIMARY KEY (player_id, new_tier)
);

CREATE TABLE unlocked_benefits (
  player_id    bigint      NOT NULL,
  benefit_type text        NOT NULL,
  benefit_id   text        NOT NULL,
  unlocked_at  timestamptz NOT NULL,
  PRIMARY KEY (player_id, benefit_id)
);

-- Influence is kept in thousandths; people see it rounded half up.
CREATE VIEW player_influence AS
SELECT
  player_id,
  floor((total_influence_milli + 500) / 1000.0)::bigint AS total_influence,
  current_tier,
  world_guardian_rep,
  explorer_rep,
  problem_solver_rep,
  event_participant_rep,
  faction_loyalist_rep,
  last_updated
FROM player_reputation;
