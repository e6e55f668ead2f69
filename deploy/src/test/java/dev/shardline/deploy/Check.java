package dev.shardline.deploy;

import java.util.List;

/** One thing that has to hold of what is applied together. */
interface Check {

  /** What does not hold, with the object, the field and what was expected; empty if all does. */
  List<String> problems(Manifests manifests);
}
