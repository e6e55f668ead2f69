package dev.shardline.cli;

import picocli.CommandLine.Command;

/** {@code shardline dead}. */
@Command(
    name = "dead",
    description =
        "Shows records that can never succeed, as they came and why, and puts them back once the"
            + " fault is put right.")
final class DeadCommand {}
