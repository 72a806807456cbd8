// Numbers, times and names for people.

const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });
const ONE = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const TWO = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const PERCENT = new Intl.NumberFormat('en', { style: 'percent', signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const UNKNOWN = '–';

const known = (value) => value !== null && value !== undefined && Number.isFinite(Number(value));

export const whole = (value) => (known(value) ? WHOLE.format(value) : UNKNOWN);
export const one = (value) => (known(value) ? ONE.format(value) : UNKNOWN);
export const two = (value) => (known(value) ? TWO.format(value) : UNKNOWN);
export const short = (value) => (known(value) ? (Math.abs(value) < 100_000 ? WHOLE.format(value) : SHORT.format(value)) : UNKNOWN);
export const percent = (value) => (known(value) ? PERCENT.format(value) : UNKNOWN);
export const milli = (value) => (known(value) ? Number(value) / 1000 : null);

// "monster_surge" is "monster surge".
export const words = (name) => String(name ?? '').replaceAll('_', ' ');

// Of an ISO time, in UTC like everything the service says.
export const clock = (iso) => (iso ? new Date(iso).toISOString().slice(11, 19) : UNKNOWN);
export const day = (iso) => (iso ? new Date(iso).toISOString().slice(0, 16).replace('T', ' ') : UNKNOWN);

// "1:02:03" or "02:03".
export function span(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const pad = (value) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

export const plural = (count, thing) => `${whole(count)} ${thing}${Number(count) === 1 ? '' : 's'}`;

// A player's own name, or the id while the name is not known.
export const player = (name, id) => (name ? name : `player ${id}`);
