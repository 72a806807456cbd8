-- What befalls the world: the daily problem and world events, and who took part.

CREATE TABLE world_problems (
  problem_id          text        NOT NULL,
  problem_type        text        NOT NULL,
  title               text        NOT NULL,
  description         text        NOT NULL,
  target_map          text        NOT NULL,
  spawn_data          jsonb,
  reward_data         jsonb       NOT NULL,
  difficulty          integer     NOT NULL,
  participation_count integer     NOT NULL,
  status              text        NOT NULL,
  required_points     bigint      NOT NULL,
  total_points        bigint      NOT NULL,
  created_at          timestamptz NOT NULL,
  expires_at          timestamptz NOT NULL,
  completed_at        timestamptz,
  PRIMARY KEY (problem_id),
  CONSTRAINT world_problems_problem_type CHECK (problem_type IN
    ('monster_surge', 'mvp_rampage', 'good_vs_evil', 'resource_shortage', 'pollution', 'weather_hazard')),
  CONSTRAINT world_problems_status CHECK (status IN ('active', 'completed', 'expired', 'cancelled'))
);

CREATE INDEX world_problems_created_at ON world_problems (created_at DESC);
CREATE INDEX world_problems_status ON world_problems (status, expires_at);

CREATE TABLE problem_history (
  id                 text        NOT NULL,
  problem_id         text        NOT NULL,
  player_id          bigint      NOT NULL,
  action_type        text        NOT NULL,
  action_data        jsonb       NOT NULL,
  contribution_score bigint      NOT NULL,
  timestamp          timestamptz NOT NULL,
  PRIMARY KEY (id)
);

CREATE INDEX problem_history_timestamp ON problem_history (timestamp DESC);
CREATE INDEX problem_history_problem ON problem_history (problem_id, contribution_score DESC, player_id);
CREATE INDEX problem_history_player ON problem_history (player_id, timestamp DESC);

CREATE TABLE world_events (
  event_id            text        NOT NULL,
  event_type          text        NOT NULL,
  title               text        NOT NULL,
  description         text        NOT NULL,
  trigger_conditions  jsonb       NOT NULL,
  impact_data         jsonb       NOT NULL,
  duration_minutes    integer     NOT NULL,
  participation_count integer     NOT NULL,
  total_points        bigint      NOT NULL,
  status              text        NOT NULL,
  started_at          timestamptz NOT NULL,
  ends_at             timestamptz NOT NULL,
  PRIMARY KEY (event_id),
  CONSTRAINT world_events_event_type CHECK (event_type IN
    ('demonic_invasion', 'market_crash', 'lucky_day', 'wandering_caravan', 'global_xp_boost',
     'mvp_enraged', 'mythic_event')),
  CONSTRAINT world_events_status CHECK (status IN ('active', 'completed', 'expired'))
);

CREATE INDEX world_events_started_at ON world_events (started_at DESC);
CREATE INDEX world_events_status ON world_events (status, ends_at);

CREATE TABLE event_participation (
  event_id           text        NOT NULL,
  player_id          bigint      NOT NULL,
  contribution_score bigint      NOT NULL,
  rewards_earned     jsonb       NOT NULL,
  timestamp          timestamptz NOT NULL,
  PRIMARY KEY (event_id, player_id)
);

CREATE INDEX event_participation_timestamp ON event_participation (timestamp DESC);
CREATE INDEX event_participation_player ON event_participation (player_id, timestamp DESC);
