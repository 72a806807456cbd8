// Where people are.
import { bar, el } from './dom.js';
import { short, whole } from './format.js';

const SHOWN = 8;

export function maps(section) {
  const list = section.querySelector('.body');
  return (world) => {
    const busiest = (world?.maps ?? []).slice(0, SHOWN);
    const most = Math.max(1, ...busiest.map(weight));
    list.replaceChildren(...(busiest.length === 0
      ? [el('li', { class: 'empty' }, 'Nobody has walked the world yet.')]
      : busiest.map((map) => el('li', {},
        el('span', { class: 'name' }, map.map),
        el('span', { class: 'small' }, `${whole(map.players)} here, ${short(map.visits_24h)} visits, ${short(map.kills_last_hour)} kills an hour`),
        bar(weight(map) / most, 'flat')))));
  };
}

// As the agent ranks them: who is there, and who came in the last 24 hours.
const weight = (map) => map.players + map.visits_24h;
