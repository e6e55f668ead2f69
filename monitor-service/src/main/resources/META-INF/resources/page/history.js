// The lag of the last hour. An event brings only the newest point of each group: the page keeps the rest.

const HOUR = 3_600_000;
const points = new Map();

/** Merges the points of an overview by their instants, and forgets what is older than an hour. */
export function remember(overview) {
  const begin = Date.parse(overview.at) - HOUR;
  for (const {group, points: news} of overview.history ?? []) {
    const merged = new Map((points.get(group) ?? []).map(point => [point.at, point]));
    for (const {at, lag} of news ?? []) {
      const time = Date.parse(at);
      if (!Number.isNaN(time)) {
        merged.set(time, {at: time, lag: lag ?? null});
      }
    }
    points.set(group, [...merged.values()].filter(p => p.at >= begin).sort((a, b) => a.at - b.at));
  }
  const watched = new Set((overview.groups ?? []).map(g => g.group));
  for (const group of points.keys()) {
    if (!watched.has(group)) {
      points.delete(group);
    }
  }
}

/** The points of a group, oldest first: {at: milliseconds, lag: number or null}. */
export function ofGroup(group) {
  return points.get(group) ?? [];
}

/**
 * Stretches of known lag: one ends at an unknown point, and where nothing was read for longer than two
 * and a half intervals, since a line across would claim what nobody saw.
 */
export function stretches(series, intervalSeconds) {
  const longest = intervalSeconds * 2500;
  const found = [];
  let last = null;
  for (const point of series) {
    if (point.lag !== null) {
      if (last !== null && last.lag !== null && point.at - last.at <= longest) {
        found.at(-1).push(point);
      } else {
        found.push([point]);
      }
    }
    last = point;
  }
  return found;
}
