// Starts the page: what comes from the feed goes to the memory of the last hour and to each view.

import {adjust} from './clock.js';
import {follow} from './feed.js';
import {Freshness, interval} from './freshness.js';
import {remember} from './history.js';
import {showFreshness} from './banner.js';
import {showFlow} from './flow.js';
import {showGroups} from './groups.js';
import {showWorkers, tickWorkers} from './workers.js';
import {showJobs} from './jobs.js';
import {showFailures} from './failures.js';
import {showDeadLetters} from './deadletters.js';
import {showTitle} from './title.js';

const SECOND = 1_000;
const freshness = new Freshness();
let shown = null;

function arrived(overview, live) {
  remember(overview);
  // An event may have overtaken the answer to a request: of that only the history is news.
  if (!live && shown !== null && Date.parse(overview.at) < Date.parse(shown.at)) {
    showGroups(shown);
    return;
  }
  if (live || shown === null) {
    adjust(overview.at);
  }
  shown = overview;
  // Until the first figures are there, even an empty list would say more than is known.
  document.getElementById('main').removeAttribute('data-waiting');
  freshness.arrived(overview, performance.now(), live);
  showFlow(overview.flow);
  showGroups(overview);
  showWorkers(overview.workers);
  showJobs(overview.jobs);
  showFailures(overview.failures);
  showDeadLetters(overview.deadLettersByCause);
  judge();
}

function judge() {
  const old = freshness.old(performance.now());
  showFreshness(shown, old);
  showTitle(shown, old);
  // Nobody knows whether a worker that is not heard of still computes: its time stands still as well.
  if (shown !== null && old === null) {
    tickWorkers();
  }
}

follow({
  arrived,
  lost(why) {
    freshness.lost(why);
    judge();
  },
  silence: () => (shown === null ? 0 : 3 * SECOND * interval(shown)),
});
setInterval(judge, SECOND);
