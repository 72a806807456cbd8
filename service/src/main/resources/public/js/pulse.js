// Who is there, and how much is going on.
import { setText, svg } from './dom.js';
import { one, short, whole } from './format.js';

const WIDTH = 600;
const HEIGHT = 120;
const TOP = 8;

export function pulse(section) {
  const figure = (name) => section.querySelector(`[data-figure="${name}"]`);
  const chart = section.querySelector('.spark');
  const area = svg('path', { class: 'area' });
  const curve = svg('path', { class: 'curve' });
  chart.append(svg('line', { class: 'floor', x1: 0, x2: WIDTH, y1: HEIGHT, y2: HEIGHT }), area, curve);

  return (world) => {
    setText(figure('online'), whole(world?.online_players));
    setText(figure('level'), world?.mean_level > 0 ? one(world.mean_level) : '–');
    setText(figure('kills'), short(world?.kills_last_hour));
    setText(figure('mvps'), whole(world?.mvp_kills_24h));
    const minutes = world?.kills_per_minute ?? [];
    const peak = Math.max(0, ...minutes);
    setText(figure('peak'), peak > 0 ? `kills per minute, at most ${whole(peak)}` : 'kills per minute');
    const line = path(minutes, Math.max(peak, 1));
    curve.setAttribute('d', line);
    area.setAttribute('d', line ? `${line}L${WIDTH},${HEIGHT}L0,${HEIGHT}Z` : '');
    chart.setAttribute('aria-label', `Kills per minute over the last hour, at most ${whole(peak)}`);
  };
}

function path(values, peak) {
  if (values.length < 2) {
    return '';
  }
  const step = WIDTH / (values.length - 1);
  return values
    .map((value, index) => `${index === 0 ? 'M' : 'L'}${(index * step).toFixed(1)},${(HEIGHT - (value / peak) * (HEIGHT - TOP)).toFixed(1)}`)
    .join('');
}
