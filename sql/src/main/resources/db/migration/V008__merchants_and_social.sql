-- How the shops follow the market, and what players do together.

CREATE TABLE price_adjustments (
  adjustment_id      text        NOT NULL,
  item_id            integer     NOT NULL,
  old_price          bigint      NOT NULL,
  new_price          bigint      NOT NULL,
  adjustment_milli   integer     NOT NULL,
  adjustment_percent numeric     GENERATED ALWAYS AS (adjustment_milli / 10.0) STORED,
  reason             text        NOT NULL,
  status             text        NOT NULL,
  applied_at         timestamptz NOT NULL,
  PRIMARY KEY (adjustment_id),
  CONSTRAINT price_adjustments_reason CHECK (reason IN
    ('inflation', 'deflation', 'item_glut', 'item_scarcity', 'balanced')),
  CONSTRAINT price_adjustments_new_price CHECK (new_price >= 1)
);

CREATE INDEX price_adjustments_item ON price_adjustments (item_id, applied_at DESC);
CREATE INDEX price_adjustments_applied_at ON price_adjustments (applied_at DESC);

CREATE TABLE zeny_sink_events (
  event_id            text        NOT NULL,
  event_type          text        NOT NULL,
  event_name          text        NOT NULL,
  description         text        NOT NULL,
  severity_milli      integer     NOT NULL,
  target_zeny_drain   bigint      NOT NULL,
  actual_zeny_drained bigint      NOT NULL,
  participants        integer     NOT NULL,
  item_offerings      jsonb       NOT NULL,
  status              text        NOT NULL,
  started_at          timestamptz NOT NULL,
  ends_at             timestamptz NOT NULL,
  PRIMARY KEY (event_id)
);

CREATE INDEX zeny_sink_events_started_at ON zeny_sink_events (started_at DESC);

CREATE TABLE drop_rate_recommendations (
  recommendation_id    text        NOT NULL,
  recommendations_data jsonb       NOT NULL,
  applied              boolean     NOT NULL,
  created_at           timestamptz NOT NULL,
  PRIMARY KEY (recommendation_id)
);

CREATE INDEX drop_rate_recommendations_created_at ON drop_rate_recommendations (created_at DESC);

CREATE TABLE social_events (
  event_id            text        NOT NULL,
  event_type          text        NOT NULL,
  event_name          text        NOT NULL,
  spawn_map           text        NOT NULL,
  spawn_x             integer     NOT NULL,
  spawn_y             integer     NOT NULL,
  requirements        jsonb       NOT NULL,
  rewards             jsonb       NOT NULL,
  participation_count integer     NOT NULL,
  status              text        NOT NULL,
  spawned_at          timestamptz NOT NULL,
  despawns_at         timestamptz NOT NULL,
  PRIMARY KEY (event_id),
  CONSTRAINT social_events_event_type CHECK (event_type IN
    ('picnic', 'dance_challenge', 'photo_spot', 'guild_task', 'community_gathering', 'trading_fair')),
  CONSTRAINT social_events_status CHECK (status IN ('active', 'completed', 'expired'))
);

CREATE INDEX social_events_spawned_at ON social_events (spawned_at DESC);
CREATE INDEX social_events_status ON social_events (status, despawns_at);

-- One player at one event; player_ids is the name and form of the earlier system.
CREATE TABLE social_participation (
  id                  text        NOT NULL,
  event_id            text        NOT NULL,
  player_id           bigint      NOT NULL,
  player_ids          bigint[]    GENERATED ALWAYS AS (ARRAY[player_id]) STORED,
  party_id            bigint,
  guild_id            bigint,
  rewards_distributed jsonb       NOT NULL,
  timestamp           timestamptz NOT NULL,
  PRIMARY KEY (id)
);

CREATE INDEX social_participation_timestamp ON social_participation (timestamp DESC);
CREATE INDEX social_participation_event ON social_participation (event_id, player_id);
CREATE INDEX social_participation_player ON social_participation (player_id, timestamp DESC);

CREATE TABLE guild_tasks (
  task_id              text        NOT NULL,
  guild_id             bigint      NOT NULL,
  task_type            text        NOT NULL,
  task_description     text        NOT NULL,
  objectives           jsonb       NOT NULL,
  rewards              jsonb       NOT NULL,
  progress             bigint      NOT NULL,
  completion_threshold bigint      NOT NULL,
  status               text        NOT NULL,
  created_at           timestamptz NOT NULL,
  expires_at           timestamptz NOT NULL,
  completed_at         timestamptz,
  PRIMARY KEY (task_id),
  CONSTRAINT guild_tasks_status CHECK (status IN ('active', 'completed', 'expired'))
);

CREATE INDEX guild_tasks_guild ON guild_tasks (guild_id, created_at DESC);

CREATE TABLE social_metrics (
  metrics_id                     text        NOT NULL,
  active_players                 bigint      NOT NULL,
  party_formation_rate_milli     integer     NOT NULL,
  average_party_size_milli       integer     NOT NULL,
  guild_activity_rate_milli      integer     NOT NULL,
  trade_frequency                bigint      NOT NULL,
  event_participation_rate_milli integer     NOT NULL,
  health_score_milli             integer     NOT NULL,
  status                         text        NOT NULL,
  recommendations                jsonb       NOT NULL,
  timestamp                      timestamptz NOT NULL,
  PRIMARY KEY (metrics_id)
);

CREATE INDEX social_metrics_timestamp ON social_metrics (timestamp DESC);
