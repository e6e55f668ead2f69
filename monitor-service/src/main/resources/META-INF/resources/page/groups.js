// A card for each group: its figures, its lag over the last hour, its partitions.

import {chart} from './chart.js';
import {element, setAttribute, setText} from './dom.js';
import {NO_REASON, showExplained} from './figure.js';
import {count, duration, oldest, rate} from './format.js';
import {interval} from './freshness.js';
import {ofGroup} from './history.js';
import {hourInFigures} from './hour.js';
import {reconcile} from './keyed.js';
import {partitions} from './partitions.js';

const place = document.querySelector('[data-slot="groups"]');
const cards = new WeakMap();
let made = 0;

/** What is shown of a group: its field, its label, its form, and where the service says why it is unknown. */
const FIGURES = [
  {field: 'lag', label: 'Lag', form: count, why: 'reason'},
  {field: 'waiting', label: 'Waiting', form: count, why: 'inFlightReason'},
  {field: 'inFlight', label: 'In flight', form: count, why: 'inFlightReason'},
  {field: 'rateInPerSecond', label: 'Rate in', form: rate, why: 'rateInReason'},
  {field: 'rateOutPerSecond', label: 'Rate out', form: rate, why: 'rateOutReason'},
  {field: 'secondsToEmpty', label: 'Empty in', form: duration, why: 'secondsToEmptyReason'},
  {field: 'oldestAgeSeconds', label: 'Oldest waits', form: oldest, why: 'oldestAgeReason'},
  {field: 'members', label: 'Members', form: count, why: 'membersReason'},
  {field: 'attemptsAboveOne', label: 'Attempts > 1', form: count, why: 'attemptsAboveOneReason'},
];

/** Shows the groups of an overview. */
export function showGroups(overview) {
  const groups = overview.groups ?? [];
  place.classList.toggle('none', groups.length === 0);
  if (groups.length === 0) {
    place.replaceChildren(element('p', {class: 'empty'}, 'No group is watched. Name one in the setting ', element('code', {}, 'monitor.groups'), '.'));
  } else {
    place.querySelector(':scope > .empty')?.remove();
  }
  reconcile(place, groups, group => group.group, card, (node, group) => showCard(cards.get(node), group, overview));
}

function card({group}) {
  const id = `group-${++made}`;
  const kind = element('span', {class: 'tag'});
  const state = element('span', {class: 'tag', 'data-field': 'state'});
  const reasons = element('ul', {class: 'why', id: `${id}-why`});
  const figures = new Map(FIGURES.map(({field}) => [field, element('dd', {'data-field': field})]));
  const list = element('dl', {class: 'figures'});
  for (const {field, label} of FIGURES) {
    list.append(element('div', {class: `figure ${field}`}, element('dt', {}, label), figures.get(field)));
  }
  const lag = chart(group);
  const hour = hourInFigures(group);
  const table = partitions(group);
  const node = element('article', {class: 'card group', 'aria-labelledby': id, 'data-group': group},
      element('header', {}, element('h3', {id}, group), kind, state),
      element('div', {class: 'group-body'}, list, lag.node, reasons),
      element('div', {class: 'more'}, table.node, hour.node));
  cards.set(node, {node, kind, state, figures, reasons, lag, hour, table});
  return node;
}

function showCard({node, kind, state, figures, reasons, lag, hour, table}, group, overview) {
  setText(kind, `${group.kind} group`);
  setText(state, group.state ?? 'state unknown');
  setAttribute(state, 'class', group.state ? 'tag' : 'tag unknown');
  setAttribute(node, 'data-known', group.known);
  for (const {field, form} of FIGURES) {
    showExplained(figures.get(field), form(group[field], group.lag), reasons.id);
  }
  showReasons(reasons, group);
  const points = ofGroup(group.group);
  lag.show(points, Date.parse(overview.at), interval(overview));
  hour.show(points);
  table.show(group.partitions);
}

// One reason often is that of several figures: it is said once, with their names.
function showReasons(list, group) {
  const labels = new Map();
  for (const {field, label, form, why} of FIGURES) {
    if (form(group[field], group.lag) === null) {
      const reason = group[why] ?? group.reason ?? NO_REASON;
      labels.set(reason, [...(labels.get(reason) ?? []), label]);
    }
  }
  if (!group.state) {
    const reason = group.stateReason ?? NO_REASON;
    labels.set(reason, [...(labels.get(reason) ?? []), 'State']);
  }
  reconcile(list, [...labels], ([reason]) => reason,
      () => element('li', {}, element('strong'), element('span')),
      (item, [reason, of]) => {
        setText(item.firstElementChild, `${of.join(', ')} unknown: `);
        setText(item.lastElementChild, reason);
      });
  list.hidden = labels.size === 0;
}
