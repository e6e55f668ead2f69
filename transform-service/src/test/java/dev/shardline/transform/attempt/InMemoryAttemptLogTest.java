package dev.shardline.transform.attempt;

class InMemoryAttemptLogTest extends AttemptLogContract {

  private final InMemoryAttemptLog log = new InMemoryAttemptLog();

  @Override
  AttemptLog log() {
    return log;
  }

  @Override
  AttemptLog logOfAnotherWorker() {
    return log;
  }
}
