#!/bin/sh
# Creates Shardline's topics, sets its share group and grants its users' rights, with the scripts that
# come with Apache Kafka (4.2 or later): for clusters without Strimzi. It can be run again; topics that
# are there stay as they are.
#
#   BOOTSTRAP_SERVER=kafka:9093 COMMAND_CONFIG=admin.properties ./setup.sh [topics|group|rights ...]
#
# Without an argument it does all three. COMMAND_CONFIG is a file of client properties of a user that
# may do this, such as a super user. KAFKA_BIN is the directory of the scripts, where PATH has them not.
# REPLICATION_FACTOR is 3 unless told otherwise; below 3 no broker may be missing anyway, and
# min.insync.replicas is left as the brokers have it.
set -eu

: "${BOOTSTRAP_SERVER:?name a broker, such as kafka:9093}"
COMMAND_CONFIG=${COMMAND_CONFIG:-}
KAFKA_BIN=${KAFKA_BIN:-}
REPLICATION_FACTOR=${REPLICATION_FACTOR:-3}

# Runs one of Kafka's scripts against the cluster.
kafka() {
  script=${KAFKA_BIN:+$KAFKA_BIN/}$1
  shift
  "$script" --bootstrap-server "$BOOTSTRAP_SERVER" \
    ${COMMAND_CONFIG:+--command-config "$COMMAND_CONFIG"} "$@"
}

# topic NAME PARTITIONS CONFIG...
topic() {
  name=$1
  partitions=$2
  shift 2
  if [ "$REPLICATION_FACTOR" -ge 3 ]; then
    set -- "$@" min.insync.replicas=2
  fi
  for config in "$@"; do
    set -- "$@" --config "$config"
    shift
  done
  kafka kafka-topics.sh --create --if-not-exists --topic "$name" \
    --partitions "$partitions" --replication-factor "$REPLICATION_FACTOR" "$@"
}

# allow USER OPERATION RESOURCE...
allow() {
  user=$1
  operation=$2
  shift 2
  kafka kafka-acls.sh --add --allow-principal "User:$user" --operation "$operation" "$@"
}

topics() {
  topic source-requests 8 retention.ms=604800000
  topic source-outcomes 8 retention.ms=2592000000
  topic shards 1 retention.ms=604800000
  topic shard-results 8 cleanup.policy=compact,delete retention.ms=2592000000
  topic cancellations 1 cleanup.policy=compact,delete retention.ms=2592000000
  topic shards-retry 1 retention.ms=604800000
  topic shard-attempts 1 cleanup.policy=compact,delete retention.ms=604800000
  topic source-progress 1 retention.ms=3600000 segment.ms=600000
  topic worker-status 1 cleanup.policy=compact,delete retention.ms=3600000 segment.ms=600000
  topic source-requests-dead 1 max.message.bytes=2162688 retention.ms=7776000000
  topic shards-dead 1 max.message.bytes=2162688 retention.ms=7776000000
}

# Strimzi does not know settings of groups: with it, this is what is left to do here.
group() {
  settings=share.assignment.interval.ms=0
  settings=$settings,share.auto.offset.reset=earliest
  settings=$settings,share.delivery.count.limit=10
  settings=$settings,share.record.lock.duration.ms=30000
  settings=$settings,share.renew.acknowledge.enable=true
  kafka kafka-configs.sh --alter --entity-type groups --entity-name shardline-transform \
    --add-config "$settings"
}

rights() {
  allow shardline-ingest Read --topic source-requests --group shardline-ingest
  allow shardline-ingest Write --topic source-outcomes --topic source-progress \
    --topic source-requests-dead --topic shards --topic shard-results --topic worker-status

  allow shardline-transform Read --topic shards --group shardline-transform --topic shards-retry \
    --group shardline-transform-retry --topic shard-attempts --topic cancellations
  allow shardline-transform Write --topic shards --topic shards-retry --topic shard-attempts \
    --topic shard-results --topic shards-dead --topic worker-status
  allow shardline-transform DescribeConfigs --group shardline-transform

  allow shardline-monitor Describe --group shardline-ingest --group shardline-transform \
    --group shardline-transform-retry
  allow shardline-monitor DescribeConfigs --group shardline-transform --topic source-requests \
    --topic shards --topic shards-retry
  allow shardline-monitor Read --topic source-requests --topic shards --topic shards-retry \
    --topic source-outcomes --topic shard-results --topic source-requests-dead \
    --topic shards-dead --topic worker-status

  allow shardline-client Read --topic source-requests --topic shards --topic source-outcomes \
    --topic shard-results --topic source-progress
  allow shardline-client Write --topic source-requests --topic shards --topic cancellations

  allow shardline-operator Read --topic source-requests --topic shards --topic source-outcomes \
    --topic shard-results --topic source-requests-dead --topic shards-dead --topic shards-retry
  allow shardline-operator Write --topic source-requests --topic shards \
    --transactional-id shardline-redrive
  allow shardline-operator DescribeConfigs --topic source-requests --topic shards \
    --topic source-outcomes --topic shard-results --topic source-requests-dead \
    --topic shards-dead --topic shards-retry --topic cancellations --topic shard-attempts \
    --topic source-progress --topic worker-status
  allow shardline-operator Describe --topic cancellations --topic shard-attempts \
    --topic source-progress --topic worker-status --group shardline-ingest \
    --group shardline-transform --group shardline-transform-retry
  allow shardline-operator AlterConfigs --group shardline-transform
}

[ $# -gt 0 ] || set -- topics group rights
for part in "$@"; do
  case $part in
    topics | group | rights) "$part" ;;
    *)
      echo "setup.sh: expected topics, group or rights, was \"$part\"" >&2
      exit 2
      ;;
  esac
done
