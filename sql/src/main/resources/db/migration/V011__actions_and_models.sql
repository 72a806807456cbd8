-- What the game was asked to do, and what became of it.

CREATE TABLE game_actions (
  idempotency_key  text        NOT NULL,
  action_id        text        NOT NULL,
  action_type      text        NOT NULL,
  agent            text        NOT NULL,
  priority         text        NOT NULL,
  target_player_id bigint,
  target_map       text,
  server_id        text,
  status           text        NOT NULL,
  tries            integer     NOT NULL,
  message          text        NOT NULL,
  created_at       timestamptz NOT NULL,
  expires_at       timestamptz NOT NULL,
  ended_at         timestamptz,
  PRIMARY KEY (idempotency_key),
  CONSTRAINT game_actions_status CHECK (status IN
    ('waiting', 'leased', 'unconfirmed', 'completed', 'failed', 'expired', 'refused'))
);

CREATE INDEX game_actions_ended_at ON game_actions (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX game_actions_open ON game_actions (status, created_at) WHERE ended_at IS NULL;
CREATE INDEX game_actions_player ON game_actions (target_player_id, created_at DESC);

-- What the language models cost, day by day.

CREATE TABLE llm_costs (
  day            text        NOT NULL,
  agent          text        NOT NULL,
  provider       text        NOT NULL,
  model          text        NOT NULL,
  tier           text        NOT NULL,
  requests       bigint      NOT NULL,
  input_tokens   bigint      NOT NULL,
  output_tokens  bigint      NOT NULL,
  cost_micro_usd bigint      NOT NULL,
  updated_at     timestamptz NOT NULL,
  PRIMARY KEY (day, agent, provider, model, tier),
  CONSTRAINT llm_costs_tier CHECK (tier IN ('rule', 'cache', 'batch', 'model', 'none'))
);
