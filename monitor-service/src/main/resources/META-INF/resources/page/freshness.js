// Whether what is on the page is still so. Three things make it old: the connection is lost, nothing came
// for two intervals, or the service says itself that it could not read.

/** What is known of the data's age; pure, so that the same state is always judged the same. */
export class Freshness {
  #overview = null;
  #arrivedAt = 0;
  #freshAt = null;
  #lost = null;

  /**
   * An overview came, at this time of this machine's steady clock, in milliseconds. Only one that came by
   * the stream, a live one, shows that the connection is back.
   */
  arrived(overview, now, live) {
    this.#overview = overview;
    this.#arrivedAt = now;
    if (live) {
      this.#lost = null;
    }
    if (!told(overview)) {
      this.#freshAt = overview.at;
    }
  }

  /** The connection broke and did not come back at once. */
  lost(why) {
    this.#lost = why;
  }

  /** Null while the data is fresh; else {since: instant or null, why}. */
  old(now) {
    const why = this.#lost ?? this.#told() ?? this.#silent(now);
    return why === null ? null : {since: this.#freshAt ?? this.#overview?.at ?? null, why};
  }

  #told() {
    return this.#overview === null ? null : told(this.#overview);
  }

  #silent(now) {
    const quiet = this.#overview !== null && now - this.#arrivedAt > 2000 * interval(this.#overview);
    return quiet ? 'monitor-service sends nothing.' : null;
  }
}

/** Seconds between two readings. */
export function interval(overview) {
  return overview.intervalSeconds > 0 ? overview.intervalSeconds : 5;
}

function told(overview) {
  if (overview.cluster?.reachable === false) {
    return `monitor-service cannot reach the Kafka cluster: ${overview.cluster.reason ?? 'it does not say why'}`;
  }
  return overview.stale ? `monitor-service could not read: ${overview.staleReason ?? 'it does not say why'}` : null;
}
