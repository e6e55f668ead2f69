// The lag in the tab's title, for whoever keeps the page in the background.

import {count} from './format.js';
import {setText} from './dom.js';

const title = document.querySelector('title');

/** Shows the lag of all groups: at least so much, where a group's is unknown. */
export function showTitle(overview, old) {
  setText(title, overview === null ? 'Shardline' : `${old === null ? '' : 'Old: '}${lag(overview.groups ?? [])} · Shardline`);
}

function lag(groups) {
  const known = groups.filter(group => group.lag !== null && group.lag !== undefined);
  if (known.length === 0) {
    return 'lag unknown';
  }
  const sum = known.reduce((total, group) => total + group.lag, 0);
  return `lag ${known.length < groups.length ? '≥ ' : ''}${count(sum).text}`;
}
