// The last hour's lag as figures: what the chart shows, for whoever does not see it.

import {element} from './dom.js';
import {show} from './figure.js';
import {count, minuteOfDay} from './format.js';
import {scrolling, table} from './table.js';

const FIVE_MINUTES = 300_000;

/** Makes the details for the group; `show(points)` changes them. */
export function hourInFigures(group) {
  const rows = table({
    caption: `Lag of ${group} in steps of five minutes`,
    keyOf: step => step.from,
    empty: ['Nothing is read yet.'],
    columns: [
      {label: 'From', show: (cell, step) => { cell.textContent = minuteOfDay(step.from); }},
      {label: 'Lowest', numeric: true, show: (cell, step) => show(cell, count(step.lowest), 'in all readings')},
      {label: 'Highest', numeric: true, show: (cell, step) => show(cell, count(step.highest), 'in all readings')},
      {label: 'Readings', numeric: true, show: (cell, step) => show(cell, count(step.readings))},
      {label: 'Unknown in', numeric: true, show: (cell, step) => show(cell, count(step.unknown))},
    ],
  });
  const node = element('details', {}, element('summary', {}, 'Last hour in figures'), scrolling(`Last hour of ${group}`, rows.node));
  let latest = [];

  function draw() {
    if (node.open) {
      rows.show(steps(latest));
    }
  }
  node.addEventListener('toggle', draw);
  return {
    node,
    show(points) {
      latest = points;
      draw();
    },
  };
}

function steps(points) {
  const byStep = new Map();
  for (const {at, lag} of points) {
    const from = Math.floor(at / FIVE_MINUTES) * FIVE_MINUTES;
    const step = byStep.get(from) ?? {from, lowest: null, highest: null, readings: 0, unknown: 0};
    step.readings++;
    if (lag === null) {
      step.unknown++;
    } else {
      step.lowest = Math.min(step.lowest ?? lag, lag);
      step.highest = Math.max(step.highest ?? lag, lag);
    }
    byStep.set(from, step);
  }
  return [...byStep.values()].reverse();
}
