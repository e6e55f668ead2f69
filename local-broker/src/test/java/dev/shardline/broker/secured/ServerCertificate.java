package dev.shardline.broker.secured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A certificate of 127.0.0.1, signed by itself and made when it is needed.
 *
 * @param keyStore with certificate and key, PKCS12
 * @param trusted the certificate alone, PEM: what clients trust
 */
record ServerCertificate(Path keyStore, Path trusted) {

  private static final long WITHIN_SECONDS = 60;

  /**
   * Makes one.
   *
   * @param password of the key store
   */
  static ServerCertificate create(Path directory, String password) throws InterruptedException {
    Path keyStore = directory.resolve("server.p12");
    Path trusted = directory.resolve("trusted.pem");
    String store = keyStore.toString();
    keytool(
        directory,
        password,
        List.of("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=127.0.0.1"),
        List.of("-ext", "san=ip:127.0.0.1", "-validity", "2", "-keystore", store));
    keytool(
        directory,
        password,
        List.of("-exportcert", "-rfc", "-alias", "server"),
        List.of("-file", trusted.toString(), "-keystore", store));
    return new ServerCertificate(keyStore, trusted);
  }

  private static void keytool(
      Path directory, String password, List<String> what, List<String> options)
      throws InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(what);
    command.addAll(options);
    command.addAll(List.of("-storetype", "PKCS12", "-storepass:env", "STORE_PASSWORD"));
    Path output = directory.resolve("keytool.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().put("STORE_PASSWORD", password);
    try {
      Process process = builder.start();
      if (!process.waitFor(WITHIN_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException("keytool failed:\n" + Files.readString(output));
      }
    } catch (IOException e) {
      throw new IllegalStateException("keytool cannot be run", e);
    }
  }
}
