-- Bosses that came for a reason, who fought them and how it ended.

CREATE TABLE dynamic_bosses (
  boss_id                 text        NOT NULL,
  boss_type               text        NOT NULL,
  boss_name               text        NOT NULL,
  spawn_reason            text        NOT NULL,
  spawn_map               text        NOT NULL,
  spawn_x                 integer     NOT NULL,
  spawn_y                 integer     NOT NULL,
  base_stats              jsonb       NOT NULL,
  scaled_stats            jsonb       NOT NULL,
  difficulty_rating       integer     NOT NULL,
  reward_multiplier_milli integer     NOT NULL,
  status                  text        NOT NULL,
  end_reason              text        NOT NULL,
  spawned_at              timestamptz NOT NULL,
  defeated_at             timestamptz,
  PRIMARY KEY (boss_id),
  CONSTRAINT dynamic_bosses_spawn_reason CHECK (spawn_reason IN
    ('anti_farm', 'treasure_guard', 'problem_escalation', 'faction_champion',
     'random_encounter')),
  CONSTRAINT dynamic_bosses_status CHECK (status IN ('active', 'defeated', 'despawned'))
);

CREATE INDEX dynamic_bosses_map ON dynamic_bosses (spawn_map, spawned_at DESC);

CREATE TABLE boss_encounters (
  boss_id           text        NOT NULL,
  player_id         bigint      NOT NULL,
  damage_dealt      bigint      NOT NULL,
  deaths            integer     NOT NULL,
  time_participated integer     NOT NULL,
  rewards_earned    jsonb,
  timestamp         timestamptz NOT NULL,
  PRIMARY KEY (boss_id, player_id)
);

CREATE INDEX boss_encounters_player ON boss_encounters (player_id, timestamp DESC);

CREATE TABLE boss_spawn_history (
  boss_id            text        NOT NULL,
  boss_type          text        NOT NULL,
  spawn_reason       text        NOT NULL,
  spawn_map          text        NOT NULL,
  difficulty_rating  integer     NOT NULL,
  participants_count integer     NOT NULL,
  time_to_defeat     integer,
  was_defeated       boolean     NOT NULL,
  spawned_at         timestamptz NOT NULL,
  PRIMARY KEY (boss_id),
  CONSTRAINT boss_spawn_history_spawn_reason CHECK (spawn_reason IN
    ('anti_farm', 'treasure_guard', 'problem_escalation', 'faction_champion',
     'random_encounter'))
);

CREATE INDEX boss_spawn_history_time ON boss_spawn_history (spawned_at DESC);
CREATE INDEX boss_spawn_history_map ON boss_spawn_history (spawn_map, spawned_at DESC);
