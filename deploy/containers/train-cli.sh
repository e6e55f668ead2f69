#!/bin/bash
# Runs the command line until it has looked for a broker in vain: what it has loaded by then becomes its
# AOT cache.
#
#   train-cli.sh CACHE OPTION...
#
# The options are those of the later command line: a cache is of use to the same ones alone.
set -euo pipefail

cache=$1
shift

# 4 says that nobody answers.
java -XX:AOTCacheOutput="$cache" "$@" submit 2500 --bootstrap-server 127.0.0.1:9 || [[ $? -eq 4 ]]
test -s "$cache"
