# Sourced by ./mvnw and ./shardline: exports JAVA_HOME of a JDK 25, or says what to install.
#
# Quarkus' build steps run inside Maven's own JVM and read class files of version 69, so Maven itself
# has to run on 25: a toolchain for the compiler alone is not enough.

shardline_required_jdk=25

# Prints the feature version of the JDK in directory $1; nothing where there is no JDK (a JRE has no javac).
shardline_jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

shardline_find_jdk() {
  shardline_on_path=$(command -v javac 2>/dev/null) || shardline_on_path=
  while [ -L "$shardline_on_path" ]; do
    shardline_link=$(readlink "$shardline_on_path")
    case "$shardline_link" in
      /*) shardline_on_path=$shardline_link ;;
      *) shardline_on_path=$(dirname "$shardline_on_path")/$shardline_link ;;
    esac
  done
  for shardline_jdk in \
    "${JAVA_HOME-}" \
    "${shardline_on_path%/bin/javac}" \
    /usr/lib/jvm/* \
    /usr/java/* \
    /opt/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
    "$HOME"/.jdks/*; do
    if [ -n "$shardline_jdk" ] && [ "$(shardline_jdk_version "$shardline_jdk")" = "$shardline_required_jdk" ]; then
      JAVA_HOME=$shardline_jdk
      export JAVA_HOME
      return 0
    fi
  done
  echo "No JDK $shardline_required_jdk found in JAVA_HOME, PATH or the usual folders: install Eclipse Temurin $shardline_required_jdk (https://adoptium.net) or point JAVA_HOME at a JDK $shardline_required_jdk." >&2
  return 1
}

shardline_find_jdk || exit 1
