// The page: hears the world over its WebSocket and hands each part what it shows.
import { agents } from './agents.js';
import { Connection } from './connection.js';
import { setText } from './dom.js';
import { events } from './events.js';
import { clock } from './format.js';
import { leaders } from './leaders.js';
import { maps } from './maps.js';
import { money } from './money.js';
import { problem } from './problem.js';
import { pulse } from './pulse.js';
import { stream } from './stream.js';

const part = (id) => document.getElementById(id);

// The world's clock may not be this computer's: countdowns go by the world's.
let ahead = 0;
const worldNow = () => Date.now() + ahead;

const log = stream(part('stream'));
const parts = {
  world: [pulse(part('pulse')), maps(part('maps'))],
  problem: [problem(part('problem'), worldNow)],
  economy: [money(part('money'))],
  events: [events(part('events'), worldNow)],
  leaderboard: [leaders(part('leaders'))],
  agents: [agents(part('agents'), log.select)],
};

// Rows that stand for a whole part are shown at once, not at the next snapshot.
const ROWS = {
  world_problems: (row) => show('problem', row),
  economy_snapshots: (row) => show('economy', row),
  world_events: (row) => show('events', row.status === 'active' ? [row] : []),
};

// A part that cannot be drawn must not take the others with it.
function show(name, data) {
  for (const update of parts[name]) {
    try {
      update(data);
    } catch (failure) {
      console.error(`The part ${name} cannot be drawn.`, failure);
    }
  }
}

function snapshot(message) {
  const data = message.data;
  part('world').setAttribute('aria-busy', String(!data.ready));
  if (data.world_time) {
    ahead = new Date(data.world_time).getTime() - Date.now();
  }
  if (data.ready) {
    Object.keys(parts).forEach((name) => show(name, data[name]));
  } else {
    show('agents', data.agents);
  }
  state(data.ready ? 'live' : 'starting');
}

function hear(message) {
  switch (message.type) {
    case 'snapshot':
      snapshot(message);
      break;
    case 'change':
      log.add(message);
      ROWS[message.data.table]?.(message.data.row);
      break;
    case 'lagging':
      log.note(`${message.data.dropped} conclusions came faster than this page could take them.`);
      break;
    default:
      break;
  }
}

const WORDS = {
  live: () => 'Live',
  starting: () => 'The world is starting…',
  connecting: () => 'Connecting…',
  offline: (wait) => `Offline; next try in ${Math.max(1, Math.round(wait / 1000))} s`,
};

function state(name, wait = 0) {
  const lamp = part('connection');
  lamp.dataset.state = name;
  setText(lamp.querySelector('.words'), WORDS[name](wait));
  if (name === 'offline') {
    part('world').setAttribute('aria-busy', 'true');
  }
}

setInterval(() => setText(part('world-time'), clock(new Date(worldNow()).toISOString())), 1_000);

const url = new URL('ws', location.href);
url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
new Connection(url, hear, state);
