package dev.shardline.cli.terminal;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * Where a command reads and prints.
 *
 * @param in standard input
 * @param out results, and nothing else: what a pipe gets
 * @param err progress, notes and errors
 * @param inIsTerminal whether a person types the input
 * @param errIsTerminal whether a person watches the progress
 */
public record Terminal(
    BufferedReader in,
    PrintWriter out,
    PrintWriter err,
    BooleanSupplier inIsTerminal,
    BooleanSupplier errIsTerminal) {

  /** The standard streams of this process. */
  public static Terminal ofProcess() {
    // Files of numbers are UTF-8 whatever the locale; what is printed follows the terminal.
    return new Terminal(
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        writer(System.out, System.out.charset()),
        writer(System.err, System.err.charset()),
        StandardStream.IN::isTerminal,
        StandardStream.ERR::isTerminal);
  }

  private static PrintWriter writer(PrintStream stream, Charset charset) {
    return new PrintWriter(new OutputStreamWriter(stream, charset), true);
  }
}
