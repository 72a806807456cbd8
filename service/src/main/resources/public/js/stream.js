// What the agents conclude, the newest on top, a few times a second at most.
import { el } from './dom.js';
import { clock, words } from './format.js';
import { says, why } from './says.js';

const KEPT = 120;
const DRAW_EVERY = 250;

export function stream(section) {
  const log = section.querySelector('.log');
  const select = section.querySelector('select');
  const pause = section.querySelector('button');
  let kept = [];
  let fresh = [];
  let paused = false;

  const wanted = (message) => select.value === '' || message.data.agent === select.value;
  const placeholder = () => el('li', { class: 'empty pausing' }, 'Waiting for the next conclusion…');

  function redraw() {
    const rows = kept.filter(wanted).map(row);
    log.replaceChildren(...(rows.length === 0 ? [placeholder()] : rows));
  }

  function draw() {
    if (paused || fresh.length === 0) {
      return;
    }
    const news = fresh.filter(wanted).reverse();
    kept = [...fresh.reverse(), ...kept].slice(0, KEPT);
    fresh = [];
    if (news.length > 0) {
      log.querySelector('.empty')?.remove();
      log.prepend(...news.map((message) => row(message, true)));
      while (log.children.length > KEPT) {
        log.lastChild.remove();
      }
    }
  }

  pause.addEventListener('click', () => {
    paused = !paused;
    pause.setAttribute('aria-pressed', String(paused));
    pause.textContent = paused ? 'Go on' : 'Pause';
    draw();
  });
  select.addEventListener('change', redraw);
  setInterval(draw, DRAW_EVERY);
  redraw();

  return {
    add(message) {
      fresh.push(message);
      if (fresh.length > KEPT) {
        fresh.shift();
      }
    },
    note(text) {
      log.prepend(el('li', { class: 'empty pausing' }, text));
    },
    select,
  };
}

function row(message, isFresh = false) {
  const change = message.data;
  return el('li', { class: isFresh === true ? 'fresh' : null },
    el('time', { datetime: message.timestamp }, clock(message.timestamp)),
    el('p', { class: 'says' }, el('b', {}, words(change.agent)), says(change)),
    el('p', { class: 'why', title: 'The record and the event that led to it' }, why(change.cause)));
}
