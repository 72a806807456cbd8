// What befalls the whole world right now.
import { el } from './dom.js';
import { percent, span, whole, words } from './format.js';

export function events(section, now) {
  const body = section.querySelector('.body');
  let shown = null;
  let countdown = null;
  setInterval(tick, 1_000);

  function tick() {
    if (shown && countdown) {
      const left = new Date(shown.ends_at).getTime() - now();
      countdown.textContent = left > 0 ? span(left) : 'over';
    }
  }

  return (running) => {
    shown = running?.[0] ?? null;
    if (!shown) {
      countdown = null;
      body.replaceChildren(el('p', { class: 'empty' }, 'All is quiet. The world is looked at every minute.'));
      return;
    }
    countdown = el('p', { class: 'countdown', role: 'timer', 'aria-label': 'Time left' });
    body.replaceChildren(
      el('h3', { class: 'headline' }, shown.title),
      el('p', { class: 'lead' }, shown.description),
      countdown,
      el('p', { class: 'small' }, `${whole(shown.participation_count)} ${shown.participation_count === 1 ? 'player takes' : 'players take'} part`),
      el('p', { class: 'effects' }, ...effects(shown.impact_data).map((text) => el('span', { class: 'chip' }, text))));
    tick();
  };
}

function effects(impact) {
  const texts = [...factors(impact?.global_buffs), ...factors(impact?.economic_effects)]
    .map(([name, factor]) => `${words(name)} ${percent(factor - 1)}`);
  const spawn = impact?.spawn_modifications ?? impact?.spawn_modification;
  if (spawn) {
    texts.push(`${whole(spawn.waves)} waves on ${spawn.maps.join(', ')}`);
  }
  return [...texts, ...(impact?.special_effects ?? [])].slice(0, 8);
}

// A snapshot holds factors by name; a row of the log a list of rates in thousandths.
function factors(rates) {
  return Array.isArray(rates) ? rates.map((rate) => [rate.name, rate.rate_milli / 1000]) : Object.entries(rates ?? {});
}
