// The lag of the last hour as a line. What is unknown is a gap with hatching, never a line at zero.

import {drawing, element, setAttribute, setText} from './dom.js';
import {count, minuteOfDay} from './format.js';
import {stretches} from './history.js';

const MINUTE = 60_000;
const SPANS = [5, 15, 30, 60];
const HEIGHT = 132;
const TOP = 10;
const BOTTOM = 22;
const LEFT = 40;
const RIGHT = 8;
let made = 0;

/** Makes a chart for the group; `show(points, now, intervalSeconds)` draws it. */
export function chart(group) {
  const hatch = `hatch-${++made}`;
  const svg = drawing('svg', {role: 'img', height: HEIGHT});
  const words = element('figcaption');
  const node = element('figure', {class: 'chart'}, svg, words);
  let latest = null;

  function draw() {
    const width = svg.clientWidth;
    if (latest !== null && width > 0) {
      svg.replaceChildren(pattern(hatch), ...picture(latest, width, hatch));
    }
  }
  // Drawn in real pixels, so that text is not stretched.
  new ResizeObserver(draw).observe(svg);
  return {
    node,
    show(points, now, intervalSeconds) {
      const minutes = spanOf(points, now);
      latest = {points, now, intervalSeconds, span: minutes * MINUTE};
      setAttribute(svg, 'aria-label', `Lag of ${group}. ${summary(points, minutes)}`);
      setText(words, summary(points, minutes));
      draw();
    },
  };
}

// The last hour, but not an empty one: a service that has just started shows what it has read.
function spanOf(points, now) {
  const needed = points.length === 0 ? 0 : now - points[0].at;
  return SPANS.find(minutes => needed <= minutes * MINUTE) ?? SPANS.at(-1);
}

function picture({points, now, intervalSeconds, span}, width, hatch) {
  const top = roundUp(Math.max(...points.map(p => p.lag ?? 0), 0));
  const x = at => LEFT + (1 - (now - at) / span) * (width - LEFT - RIGHT);
  const y = lag => TOP + (1 - lag / top) * (HEIGHT - TOP - BOTTOM);
  const base = y(0);
  const parts = axes(width, now, span, points.some(p => p.lag !== null) ? top : null, x, y);
  for (const [from, to] of unknowns(points)) {
    const left = Math.max(LEFT, x(from));
    parts.push(drawing('rect', {class: 'gap', x: left, y: TOP, width: Math.max(2, x(to) - left), height: base - TOP, fill: `url(#${hatch})`}));
  }
  for (const stretch of stretches(points, intervalSeconds)) {
    const line = stretch.map(p => `${x(p.at).toFixed(1)} ${y(p.lag).toFixed(1)}`).join('L');
    parts.push(drawing('path', {class: 'area', d: `M${line}V${base}H${x(stretch[0].at).toFixed(1)}Z`}));
    parts.push(drawing('path', {class: 'line', d: `M${line}`}));
    const end = stretch.at(-1);
    // A stretch of one point has no line that would show it.
    if (stretch.length === 1 || end === points.at(-1)) {
      parts.push(drawing('circle', {class: 'end', cx: x(end.at), cy: y(end.lag), r: 3}));
    }
  }
  return parts;
}

// Without a known lag there is no scale: one from 0 to 1 would look like a measurement.
function axes(width, now, span, top, x, y) {
  const parts = [drawing('line', {class: 'axis', x1: LEFT, x2: width - RIGHT, y1: HEIGHT - BOTTOM, y2: HEIGHT - BOTTOM})];
  for (const lag of top === null ? [] : [0, top]) {
    parts.push(drawing('line', {class: 'axis', x1: LEFT, x2: width - RIGHT, y1: y(lag), y2: y(lag)}));
    parts.push(drawing('text', {class: 'label', x: LEFT - 6, y: y(lag) + 4, 'text-anchor': 'end'}, count(lag).text));
  }
  for (const [anchor, ago] of [['start', span], ['middle', span / 2], ['end', 0]]) {
    parts.push(drawing('text', {class: 'label', x: x(now - ago), y: HEIGHT - 6, 'text-anchor': anchor}, minuteOfDay(now - ago)));
  }
  return parts;
}

// From the last known point before to the next known one after.
function unknowns(points) {
  const spans = [];
  points.forEach((point, i) => {
    if (point.lag !== null) {
      return;
    }
    const from = points[i - 1]?.at ?? point.at;
    const to = points[i + 1]?.at ?? point.at;
    if (spans.length > 0 && spans.at(-1)[1] >= from) {
      spans.at(-1)[1] = to;
    } else {
      spans.push([from, to]);
    }
  });
  return spans;
}

function pattern(id) {
  return drawing('defs', {}, drawing('pattern', {id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)'},
      drawing('line', {class: 'hatch', x1: 0, x2: 0, y1: 0, y2: 6})));
}

// 1, 2 or 5 times a power of ten; a lag of nothing but zeros is drawn at the bottom.
function roundUp(highest) {
  const power = 10 ** Math.floor(Math.log10(Math.max(highest, 1)));
  return [1, 2, 5, 10].map(step => step * power).find(top => top >= highest);
}

function summary(points, minutes) {
  const known = points.filter(p => p.lag !== null).map(p => p.lag);
  const span = minutes === 60 ? 'Last hour' : `Last ${minutes} minutes`;
  if (known.length === 0) {
    return points.length === 0 ? 'Nothing is read yet.' : `${span}: unknown in all readings.`;
  }
  const last = points.at(-1).lag;
  const unknown = points.length - known.length;
  return `${span}: now ${last === null ? 'unknown' : count(last).text}, `
      + `lowest ${count(Math.min(...known)).text}, highest ${count(Math.max(...known)).text}`
      + (unknown > 0 ? `, unknown in ${count(unknown).text} of ${count(points.length).text} readings.` : '.');
}
