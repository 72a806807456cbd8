-- What was reasoned and decided, and what became of it.

CREATE TABLE reasoning_chains (
  chain_id         text        NOT NULL,
  entity_type      text        NOT NULL,
  entity_id        text        NOT NULL,
  depth            text        NOT NULL,
  past_context     jsonb       NOT NULL,
  present_context  jsonb       NOT NULL,
  future_context   jsonb       NOT NULL,
  steps            jsonb       NOT NULL,
  rationale        text        NOT NULL,
  confidence_milli integer     NOT NULL,
  llm_calls_used   integer     NOT NULL,
  timestamp        timestamptz NOT NULL,
  PRIMARY KEY (chain_id)
);

CREATE INDEX reasoning_chains_entity ON reasoning_chains (entity_type, entity_id, timestamp DESC);
