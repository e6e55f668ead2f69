#!/bin/bash
# Gives the files of an application the time SOURCE_DATE_EPOCH, and sorts them into layers by how often
# they change: boot, libraries, quarkus, application. The project's own libraries go with the application.
#
#   arrange.sh APPLICATION LAYERS
set -euo pipefail

application=$1
layers=$2

mkdir -p "$layers"/{boot,libraries,quarkus,application}
cd "$application"
find . -exec touch --no-dereference --date="@${SOURCE_DATE_EPOCH:-0}" {} +

# layer NAME: takes the files whose names come in.
layer() {
  xargs -0 -r cp --parents --preserve=timestamps -t "$layers/$1"
}

find lib/boot -type f -print0 2>/dev/null | layer boot
find lib -path lib/boot -prune -o -type f ! -name 'dev.shardline.*' -print0 | layer libraries
find quarkus -type f -print0 | layer quarkus
find app quarkus-run.jar -type f -print0 | layer application
find lib -type f -name 'dev.shardline.*' -print0 | layer application
# Directories are of the layers too.
find "$layers" -exec touch --no-dereference --date="@${SOURCE_DATE_EPOCH:-0}" {} +
