#!/bin/bash
# Runs a service until it answers, and stops it: what it has loaded by then becomes its AOT cache.
# Without brokers, which it looks for in vain meanwhile. With bash alone, for that is all the image has.
#
#   train.sh CACHE PORT OPTION...
#
# The options are those of the later command line: a cache is of use to the same ones alone.
set -euo pipefail

cache=$1
port=$2
shift 2

# get PATH: the answer's status is in $status.
get() {
  exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
  printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$1" >&3
  read -r _ status _ <&3
  cat <&3 >/dev/null
  exec 3<&-
}

java -XX:AOTCacheOutput="$cache" -Dkafka.bootstrap.servers=127.0.0.1:9 \
  -Dingest.object-store.directory=/tmp/objects -Dquarkus.log.level=ERROR "$@" &
service=$!
trap 'kill "$service" 2>/dev/null || true' EXIT

for ((second = 0; second < 120; second++)); do
  if get /q/health/started 2>/dev/null && [[ $status == 200 ]]; then
    break
  fi
  kill -0 "$service"
  sleep 1
done
for path in /q/health/ready /q/metrics /q/health/live; do
  get "$path"
done
# A service that is not live without brokers would be restarted for their sake.
[[ $status == 200 ]]

kill -TERM "$service"
# 143 is SIGTERM's; the cache is written on the way out.
wait "$service" || [[ $? -eq 143 ]]
test -s "$cache"
