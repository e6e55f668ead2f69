#!/bin/bash
# Gives the files of an application the time SOURCE_DATE_EPOCH, and sorts them into layers by how often
# they change: boot, libraries, quarkus, application. The project's own libraries go with the application.
# Without a jar that names the class path, the file classpath does, as options of java's.
#
#   arrange.sh APPLICATION LAYERS
#
# Those are called dev.shardline.*, or by the version in VERSION where their names do not say whose they are.
set -euo pipefail

application=$1
layers=$2
own=${VERSION:+*-$VERSION.jar}
own=${own:-dev.shardline.*}

mkdir -p "$layers"/{boot,libraries,quarkus,application}
cd "$application"
if [[ ! -e quarkus-run.jar ]]; then
  # By name: an AOT cache fits one order alone.
  LC_ALL=C
  jars=("$application"/lib/*.jar)
  (IFS=: && printf -- '-cp\n"%s"\n' "${jars[*]}") >classpath
fi
find . -exec touch --no-dereference --date="@${SOURCE_DATE_EPOCH:-0}" {} +

# layer NAME: takes the files whose names come in.
layer() {
  xargs -0 -r cp --parents --preserve=timestamps -t "$layers/$1"
}

# files PATH TEST...: those of a directory, or the file, if it is there, that pass the tests.
files() {
  [[ ! -e $1 ]] || find "$@" -type f -print0
}

files lib/boot | layer boot
files lib -path lib/boot -prune -o ! -name "$own" | layer libraries
files quarkus | layer quarkus
for path in app quarkus-run.jar classpath; do
  files "$path" | layer application
done
files lib -name "$own" | layer application
# Directories are of the layers too.
find "$layers" -exec touch --no-dereference --date="@${SOURCE_DATE_EPOCH:-0}" {} +
