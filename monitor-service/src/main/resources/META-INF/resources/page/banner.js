// Says that the data is old, since when and why; and that it is live again.

import {moment} from './format.js';
import {setAttribute, setText, slot} from './dom.js';

const banner = slot(document, 'banner');
const healed = slot(document, 'healed');
const status = document.querySelector('.freshness');
let wasOld = false;

/**
 * Shows it by colours, and by words that change only when the state does: both regions are read aloud,
 * and nobody wants to hear the time at every event.
 */
export function showFreshness(overview, old) {
  const state = old !== null ? 'old' : overview === null ? 'loading' : 'live';
  document.documentElement.dataset.live = state;
  status.dataset.live = state;
  setText(slot(status, 'state'), overview === null ? 'No figures yet' : state === 'old' ? 'Old' : 'Live');
  showTime(slot(status, 'at'), overview);
  setText(banner, old === null ? '' : sentence(old));
  if (old !== null) {
    setText(healed, '');
  } else if (wasOld) {
    setText(healed, 'The figures are live again.');
  }
  wasOld = old !== null;
}

function showTime(time, overview) {
  const at = moment(overview?.at);
  setText(time, at?.text ?? '');
  setAttribute(time, 'datetime', at?.exact ?? null);
  setAttribute(time, 'title', at?.exact ?? null);
}

function sentence({since, why}) {
  const from = moment(since);
  return from === null ? why : `These figures are old, from ${from.text}. ${why}`;
}
