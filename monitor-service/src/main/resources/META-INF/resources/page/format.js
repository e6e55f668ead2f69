// Figures for people: each is {text, exact}, what is read and what a pointer at it shows. Null stays null:
// how to show the unknown is decided in one place, figure.js.

const whole = new Intl.NumberFormat();
const compact = new Intl.NumberFormat(undefined, {notation: 'compact', maximumFractionDigits: 1});
const rough = new Intl.NumberFormat(undefined, {maximumSignificantDigits: 2});
const oneDigit = new Intl.NumberFormat(undefined, {maximumFractionDigits: 1});
const exactly = new Intl.NumberFormat(undefined, {maximumFractionDigits: 20});
const clock = new Intl.DateTimeFormat(undefined, {timeStyle: 'medium'});
const minutes = new Intl.DateTimeFormat(undefined, {timeStyle: 'short'});
const dayAndClock = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'medium'});

/** Records, workers, members: below a million every one is shown. */
export function count(n) {
  return known(n) ? {text: (Math.abs(n) < 1e6 ? whole : compact).format(n), exact: exactly.format(n)} : null;
}

/** Records per second, or per minute where a second would show next to nothing. */
export function rate(perSecond) {
  if (!known(perSecond)) {
    return null;
  }
  const exact = `${exactly.format(perSecond)} per second`;
  if (perSecond === 0 || perSecond >= 0.1) {
    const format = perSecond < 10 ? oneDigit : perSecond < 1e6 ? whole : compact;
    return {text: `${format.format(perSecond)}/s`, exact};
  }
  return {text: `${rough.format(perSecond * 60)}/min`, exact};
}

/** Seconds in the two largest units that matter. */
export function duration(seconds) {
  return known(seconds) ? {text: span(seconds), exact: `${exactly.format(seconds)} seconds`} : null;
}

/** How long the oldest record has waited: where nothing is left there is none, and nothing is unknown. */
export function oldest(seconds, lag) {
  return lag === 0 && !known(seconds) ? {text: 'none', exact: 'no record waits'} : duration(seconds);
}

/** An instant of ISO 8601: the time of day, with the day if it is not today's. */
export function moment(iso) {
  const date = new Date(iso ?? NaN);
  if (Number.isNaN(date.getTime())) {
    return null;
  }
  const today = date.toDateString() === new Date().toDateString();
  return {text: (today ? clock : dayAndClock).format(date), exact: iso};
}

/** Hours and minutes, for an axis. */
export function minuteOfDay(millis) {
  return minutes.format(new Date(millis));
}

function known(n) {
  return typeof n === 'number' && Number.isFinite(n);
}

function span(seconds) {
  if (seconds < 9.95) {
    return `${oneDigit.format(seconds)} s`;
  }
  const s = Math.round(seconds);
  if (s < 60) {
    return `${s} s`;
  }
  if (s < 3600) {
    return two(Math.floor(s / 60), 'min', s % 60, 's');
  }
  if (s < 86400) {
    return two(Math.floor(s / 3600), 'h', Math.floor((s % 3600) / 60), 'min');
  }
  return two(Math.floor(s / 86400), 'd', Math.floor((s % 86400) / 3600), 'h');
}

function two(large, unit, small, smaller) {
  return small === 0 ? `${whole.format(large)} ${unit}` : `${whole.format(large)} ${unit} ${small} ${smaller}`;
}
