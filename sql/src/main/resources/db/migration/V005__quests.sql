-- Quests that people in the world give to one player, and how far the player is.

CREATE TABLE generated_quests (
  quest_id      text        NOT NULL,
  player_id     bigint      NOT NULL,
  game_quest_id integer     NOT NULL,
  npc_name      text        NOT NULL,
  npc_map       text        NOT NULL,
  quest_type    text        NOT NULL,
  title         text        NOT NULL,
  description   text        NOT NULL,
  difficulty    text        NOT NULL,
  min_level     integer     NOT NULL,
  max_level     integer     NOT NULL,
  objectives    jsonb       NOT NULL,
  rewards       jsonb       NOT NULL,
  status        text        NOT NULL,
  created_at    timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  accepted_at   timestamptz,
  completed_at  timestamptz,
  PRIMARY KEY (quest_id),
  CONSTRAINT generated_quests_status CHECK (status IN
    ('available', 'active', 'completed', 'failed', 'expired'))
);

CREATE INDEX generated_quests_player ON generated_quests (player_id, created_at DESC);
