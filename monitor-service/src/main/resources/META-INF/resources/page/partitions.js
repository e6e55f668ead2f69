// The partitions of a group, in details: a topic may have a thousand, which cost nothing while closed.

import {element, setText} from './dom.js';
import {NO_REASON, showExplained} from './figure.js';
import {count, oldest} from './format.js';
import {scrolling, table} from './table.js';

/** Makes the details for the group; `show(partitions)` changes them. */
export function partitions(group) {
  const rows = table({
    caption: `Partitions of ${group}`,
    keyOf: p => `${p.topic}-${p.partition}`,
    rowClass: p => (p.known ? null : 'is-unknown'),
    empty: ['The group has no partitions: its topics do not exist yet.'],
    columns: [
      {label: 'Partition', show: (cell, p) => setText(cell, `${p.topic}-${p.partition}`)},
      {label: 'Lag', field: 'lag', numeric: true, show: (cell, p) => showExplained(cell, count(p.lag))},
      {label: 'Oldest waits', field: 'oldestAgeSeconds', numeric: true, show: (cell, p) => showExplained(cell, oldest(p.oldestAgeSeconds, p.lag))},
      {label: 'Position', numeric: true, show: (cell, p) => showExplained(cell, count(p.position))},
      {label: 'Log start', numeric: true, show: (cell, p) => showExplained(cell, count(p.logStart))},
      {label: 'Log end', numeric: true, show: (cell, p) => showExplained(cell, count(p.logEnd))},
      {label: 'Why unknown', field: 'why', show: (cell, p) => setText(cell, why(p))},
    ],
  });
  const summary = element('summary');
  const node = element('details', {}, summary, scrolling(`Partitions of ${group}`, rows.node));
  let latest = null;

  function draw() {
    if (node.open) {
      rows.show(latest);
    }
  }
  node.addEventListener('toggle', draw);
  return {
    node,
    show(all) {
      latest = all ?? null;
      setText(summary, all ? `Partitions (${count(all.length).text})` : 'Partitions');
      draw();
    },
  };
}

// Once for the row: what hides the position hides the lag and the age as well.
function why(p) {
  const known = [count(p.lag), oldest(p.oldestAgeSeconds, p.lag), count(p.position), count(p.logStart), count(p.logEnd)];
  return known.includes(null) ? p.reason ?? p.oldestAgeReason ?? NO_REASON : '';
}
