// The connection to the service: the whole overview at the start and after each gap, events in between.
// EventSource gives up for good when a proxy answers an error, and does not notice a half-open connection,
// so the page reconnects by itself.

const LONGEST_WAIT = 5_000;
const SHORTEST_PATIENCE = 10_000;

/**
 * Calls `arrived(overview, live)` for each overview, `live` if it is an event of the stream, and
 * `lost(why)` when the connection is gone and the first try to get it back failed. `silence()` says how
 * many milliseconds without an event are too long for a connection that works.
 */
export function follow({arrived, lost, silence}) {
  let failures = 0;
  let watchdog;
  let stream;

  function open() {
    stream = new EventSource('api/stream');
    wait();
    stream.onopen = () => {
      if (failures > 0) {
        catchUp();
      }
    };
    stream.onmessage = event => {
      failures = 0;
      arrived(JSON.parse(event.data), true);
      wait();
    };
    stream.onerror = again;
  }

  // What came while there was no connection is in the overview, not in the stream.
  async function catchUp() {
    try {
      const answer = await fetch('api/overview', {cache: 'no-store'});
      if (answer.ok) {
        arrived(await answer.json(), false);
      }
    } catch {
      // The stream tells whether the service is there; the history stays as it is.
    }
  }

  function again() {
    stream.close();
    clearTimeout(watchdog);
    // A proxy that ends long answers every minute is no news: only a second failure is.
    if (failures > 0) {
      lost('The connection to monitor-service is lost; trying to get it back.');
    }
    setTimeout(open, Math.min(LONGEST_WAIT, failures * 1_000));
    failures++;
  }

  function wait() {
    clearTimeout(watchdog);
    watchdog = setTimeout(again, Math.max(SHORTEST_PATIENCE, silence()));
  }

  open();
  catchUp();
}
