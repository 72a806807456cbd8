-- The sky over each climate, and the conditions that lie on maps.

CREATE TABLE weather_state (
  region                  text        NOT NULL,
  current_weather         text        NOT NULL,
  weather_intensity_milli integer     NOT NULL,
  effect_data             jsonb       NOT NULL,
  started_at              timestamptz NOT NULL,
  next_change_at          timestamptz NOT NULL,
  PRIMARY KEY (region),
  CONSTRAINT weather_state_current_weather CHECK (current_weather IN
    ('clear', 'rain', 'storm', 'snow', 'heat_wave', 'sandstorm', 'aurora'))
);

CREATE TABLE weather_history (
  region              text        NOT NULL,
  weather_type        text        NOT NULL,
  time_of_day         text        NOT NULL,
  duration_minutes    integer     NOT NULL,
  player_count_during bigint      NOT NULL,
  started_at          timestamptz NOT NULL,
  timestamp           timestamptz NOT NULL,
  PRIMARY KEY (region, started_at),
  CONSTRAINT weather_history_weather_type CHECK (weather_type IN
    ('clear', 'rain', 'storm', 'snow', 'heat_wave', 'sandstorm', 'aurora')),
  CONSTRAINT weather_history_time_of_day CHECK (time_of_day IN
    ('dawn', 'day', 'dusk', 'night', 'full_moon'))
);

CREATE INDEX weather_history_timestamp ON weather_history (timestamp DESC);

CREATE TABLE map_hazards (
  hazard_id   text        NOT NULL,
  map_name    text        NOT NULL,
  hazard_type text        NOT NULL,
  hazard_name text        NOT NULL,
  hazard_kind text        NOT NULL,
  description text        NOT NULL,
  effect_data jsonb       NOT NULL,
  visits_24h  bigint      NOT NULL,
  problem_id  text,
  status      text        NOT NULL,
  applied_at  timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  PRIMARY KEY (hazard_id),
  CONSTRAINT map_hazards_hazard_type CHECK (hazard_type IN
    ('blood_moon', 'magic_storm', 'thick_fog', 'fairy_blessing', 'mana_drain', 'scorching_heat',
     'frozen_wasteland', 'toxic_miasma', 'holy_ground', 'chaotic_void')),
  CONSTRAINT map_hazards_hazard_kind CHECK (hazard_kind IN ('positive', 'negative', 'mixed')),
  CONSTRAINT map_hazards_status CHECK (status IN ('active', 'expired'))
);

CREATE INDEX map_hazards_map ON map_hazards (map_name, applied_at DESC);

CREATE TABLE hazard_encounters (
  id             text        NOT NULL,
  hazard_id      text        NOT NULL,
  player_id      bigint      NOT NULL,
  map_name       text        NOT NULL,
  time_in_hazard integer     NOT NULL,
  items_dropped  integer     NOT NULL,
  deaths         integer     NOT NULL,
  timestamp      timestamptz NOT NULL,
  PRIMARY KEY (id)
);

CREATE INDEX hazard_encounters_timestamp ON hazard_encounters (timestamp DESC);
CREATE INDEX hazard_encounters_hazard ON hazard_encounters (hazard_id);
CREATE INDEX hazard_encounters_player ON hazard_encounters (player_id, timestamp DESC);
