// The server's time, by this machine's clock: whose may be minutes off, and durations would be too.

let ahead = 0;

/** Takes the server's time from an answer that has just come. */
export function adjust(iso) {
  const server = Date.parse(iso);
  if (!Number.isNaN(server)) {
    ahead = server - Date.now();
  }
}

/** Seconds since an instant of the server; null without one, never below zero. */
export function secondsSince(iso) {
  const start = Date.parse(iso ?? '');
  return Number.isNaN(start) ? null : Math.max(0, (Date.now() + ahead - start) / 1000);
}
