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
