-- The moral balance of the world and of each player. Scores are kept in thousandths.

CREATE TABLE global_karma (
  id                 integer     NOT NULL,
  karma_score_milli  bigint      NOT NULL,
  alignment          text        NOT NULL,
  good_actions_count bigint      NOT NULL,
  evil_actions_count bigint      NOT NULL,
  last_shift         timestamptz,
  PRIMARY KEY (id),
  CONSTRAINT global_karma_one_row CHECK (id = 1),
  CONSTRAINT global_karma_range CHECK (karma_score_milli BETWEEN -10000000 AND 10000000),
  CONSTRAINT global_karma_alignment CHECK (alignment IN
    ('very_good', 'good', 'neutral', 'evil', 'very_evil'))
);

CREATE TABLE karma_history (
  history_id         text        NOT NULL,
  karma_score_milli  bigint      NOT NULL,
  alignment          text        NOT NULL,
  shifted            boolean     NOT NULL,
  good_actions_count bigint      NOT NULL,
  evil_actions_count bigint      NOT NULL,
  timestamp          timestamptz NOT NULL,
  PRIMARY KEY (history_id),
  CONSTRAINT karma_history_alignment CHECK (alignment IN
    ('very_good', 'good', 'neutral', 'evil', 'very_evil'))
);

CREATE INDEX karma_history_timestamp ON karma_history (timestamp DESC);

CREATE TABLE player_karma (
  player_id         bigint      NOT NULL,
  karma_score_milli bigint      NOT NULL,
  alignment         text        NOT NULL,
  good_actions      bigint      NOT NULL,
  evil_actions      bigint      NOT NULL,
  last_action       timestamptz NOT NULL,
  PRIMARY KEY (player_id),
  CONSTRAINT player_karma_range CHECK (karma_score_milli BETWEEN -10000000 AND 10000000),
  CONSTRAINT player_karma_alignment CHECK (alignment IN
    ('very_good', 'good', 'neutral', 'evil', 'very_evil'))
);

CREATE INDEX player_karma_score ON player_karma (karma_score_milli DESC, player_id);

CREATE TABLE karma_actions (
  action_id           text        NOT NULL,
  player_id           bigint      NOT NULL,
  action_type         text        NOT NULL,
  karma_value_milli   bigint      NOT NULL,
  global_impact_milli bigint      NOT NULL,
  action_data         jsonb       NOT NULL,
  timestamp           timestamptz NOT NULL,
  PRIMARY KEY (action_id)
);

CREATE INDEX karma_actions_player ON karma_actions (player_id, timestamp DESC);
CREATE INDEX karma_actions_timestamp ON karma_actions (timestamp DESC);
CREATE INDEX karma_actions_type ON karma_actions (action_type, timestamp DESC);

-- The factions: their power in the world, and what they think of each player.

CREATE TABLE faction_alignment (
  faction_id            text        NOT NULL,
  faction_name          text        NOT NULL,
  alignment_score_milli bigint      NOT NULL,
  influence_level       integer     NOT NULL,
  is_dominant           boolean     NOT NULL,
  last_shift            timestamptz,
  PRIMARY KEY (faction_id),
  CONSTRAINT faction_alignment_range CHECK (alignment_score_milli BETWEEN -10000000 AND 10000000),
  CONSTRAINT faction_alignment_influence CHECK (influence_level BETWEEN -4 AND 4)
);

CREATE TABLE player_faction_reputation (
  player_id         bigint      NOT NULL,
  faction_id        text        NOT NULL,
  reputation        integer     NOT NULL,
  reputation_tier   integer     NOT NULL,
  actions_completed bigint      NOT NULL,
  last_action       timestamptz,
  undelivered_tiers jsonb       NOT NULL,
  PRIMARY KEY (player_id, faction_id),
  CONSTRAINT player_faction_reputation_range CHECK (reputation BETWEEN 0 AND 10000),
  CONSTRAINT player_faction_reputation_tier CHECK (reputation_tier BETWEEN 0 AND 5)
);

CREATE INDEX player_faction_reputation_faction
  ON player_faction_reputation (faction_id, reputation DESC, player_id);

CREATE TABLE faction_actions (
  action_id              text        NOT NULL,
  player_id              bigint      NOT NULL,
  faction_id             text        NOT NULL,
  action_type            text        NOT NULL,
  reputation_change      integer     NOT NULL,
  alignment_change_milli bigint      NOT NULL,
  action_data            jsonb       NOT NULL,
  timestamp              timestamptz NOT NULL,
  PRIMARY KEY (action_id)
);

CREATE INDEX faction_actions_player ON faction_actions (player_id, timestamp DESC);
CREATE INDEX faction_actions_timestamp ON faction_actions (timestamp DESC);

CREATE TABLE faction_conflicts (
  conflict_id   text        NOT NULL,
  faction_a     text        NOT NULL,
  faction_b     text        NOT NULL,
  score_a_milli bigint      NOT NULL,
  score_b_milli bigint      NOT NULL,
  status        text        NOT NULL,
  started_at    timestamptz NOT NULL,
  ended_at      timestamptz,
  PRIMARY KEY (conflict_id),
  CONSTRAINT faction_conflicts_status CHECK (status IN ('active', 'ended'))
);

CREATE INDEX faction_conflicts_started_at ON faction_conflicts (started_at DESC);
