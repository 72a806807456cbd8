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

CREATE INDEX reasoning_chains_timestamp ON reasoning_chains (timestamp DESC);
CREATE INDEX reasoning_chains_entity ON reasoning_chains (entity_type, entity_id, timestamp DESC);

CREATE TABLE entity_decisions (
  decision_id      text        NOT NULL,
  entity_type      text        NOT NULL,
  entity_id        text        NOT NULL,
  role             text        NOT NULL,
  action_type      text        NOT NULL,
  parameters       jsonb       NOT NULL,
  priority         integer     NOT NULL,
  reasoning        text        NOT NULL,
  complexity_milli integer     NOT NULL,
  confidence_milli integer     NOT NULL,
  tier             text        NOT NULL,
  timestamp        timestamptz NOT NULL,
  PRIMARY KEY (decision_id)
);

CREATE INDEX entity_decisions_timestamp ON entity_decisions (timestamp DESC);
CREATE INDEX entity_decisions_entity ON entity_decisions (entity_id, timestamp DESC);

CREATE TABLE decision_outcomes (
  decision_id text        NOT NULL,
  entity_id   text        NOT NULL,
  outcome     text        NOT NULL,
  message     text        NOT NULL,
  timestamp   timestamptz NOT NULL,
  PRIMARY KEY (decision_id)
);

CREATE INDEX decision_outcomes_timestamp ON decision_outcomes (timestamp DESC);
