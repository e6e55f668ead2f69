package dev.shardline.ingest.source.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.source.SourceFetcher;
import dev.shardline.ingest.source.SourceFetcherContract;
import dev.shardline.ingest.source.SourceTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFetcherTest extends SourceFetcherContract {

  @TempDir private Path directory;
  private Path root;
  private Path outside;
  private FileFetcher fetcher;

  @BeforeEach
  void createFiles() throws IOException {
    root = Files.createDirectory(directory.resolve("root"));
    outside = Files.writeString(directory.resolve("outside"), "not to be read", UTF_8);
    Files.writeString(root.resolve("data"), "[1]", UTF_8);
    fetcher = new FileFetcher(new AllowedRoots(List.of(root)));
  }

  @Override
  protected SourceFetcher fetcher() {
    return fetcher;
  }

  @Override
  protected URI source(byte[] body) throws IOException {
    return Files.write(root.resolve("source"), body).toUri();
  }

  @Override
  protected URI missing() {
    return root.resolve("missing").toUri();
  }

  @Override
  protected Reason reasonForMissing() {
    return Reason.FILE_UNREADABLE;
  }

  @Override
  protected List<URI> forbidden() {
    return List.of(outside.toUri(), directory.resolve("missing").toUri());
  }

  @Test
  void readsAFileBelowARoot() throws IOException {
    assertThat(fetch(root.resolve("data").toUri())).isEqualTo("[1]");
  }

  @Test
  void readsThroughALinkThatStaysBelowARoot() throws IOException {
    Files.createSymbolicLink(root.resolve("link"), root.resolve("data"));

    assertThat(fetch(root.resolve("link").toUri())).isEqualTo("[1]");
  }

  @Test
  void readsBelowARootThatIsALink() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), root);
    fetcher = new FileFetcher(new AllowedRoots(List.of(link)));

    assertThat(fetch(link.resolve("data").toUri())).isEqualTo("[1]");
  }

  @Test
  void readsNothingWithoutRoots() {
    fetcher = new FileFetcher(new AllowedRoots(List.of()));

    assertThat(reasonFor(root.resolve("data").toUri())).isEqualTo(Reason.FORBIDDEN);
  }

  @Test
  void readsNoFileOutside() {
    assertThat(reasonFor(outside.toUri())).isEqualTo(Reason.FORBIDDEN);
  }

  @Test
  void readsNoFileOutsideByDots() {
    URI uri = URI.create(root.toUri() + "../outside");

    assertThat(reasonFor(uri)).isEqualTo(Reason.FORBIDDEN);
  }

  @Test
  void readsNoFileOutsideThroughALink() throws IOException {
    Files.createSymbolicLink(root.resolve("link"), outside);
    Files.createSymbolicLink(root.resolve("up"), directory);

    assertThat(reasonFor(root.resolve("link").toUri())).isEqualTo(Reason.FORBIDDEN);
    assertThat(reasonFor(root.resolve("up/outside").toUri())).isEqualTo(Reason.FORBIDDEN);
  }

  @Test
  void readsNoFileOfADirectoryWhoseNameBeginsLikeARoot() throws IOException {
    Path other = Files.createDirectory(directory.resolve("root2"));
    Files.writeString(other.resolve("data"), "[1]", UTF_8);

    assertThat(reasonFor(other.resolve("data").toUri())).isEqualTo(Reason.FORBIDDEN);
  }

  @Test
  void tellsNotWhichFilesExistOutside() {
    assertThat(reasonFor(directory.resolve("missing").toUri())).isEqualTo(Reason.FORBIDDEN);
  }

  @Test
  void reportsAFileThatDoesNotExist() {
    assertThat(reasonFor(root.resolve("missing").toUri())).isEqualTo(Reason.FILE_UNREADABLE);
  }

  @Test
  void reportsADirectory() {
    assertThat(reasonFor(root.toUri())).isEqualTo(Reason.FILE_UNREADABLE);
  }

  @Test
  void refusesAUriThatIsNoPath() {
    assertThat(reasonFor(URI.create("file://host/data"))).isEqualTo(Reason.INVALID_FIELD);
    assertThat(reasonFor(URI.create("file:relative"))).isEqualTo(Reason.INVALID_FIELD);
    assertThat(reasonFor(URI.create("file:///data?x=1"))).isEqualTo(Reason.INVALID_FIELD);
  }

  private String fetch(URI uri) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fetcher.fetch(new SourceTarget(uri, Map.of()), body);
    return body.toString(UTF_8);
  }

  private Reason reasonFor(URI uri) {
    return catchThrowableOfType(IngestFailedException.class, () -> fetch(uri)).failure().reason();
  }
}
