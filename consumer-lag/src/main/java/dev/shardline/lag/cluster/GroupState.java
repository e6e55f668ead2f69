package dev.shardline.lag.cluster;

import dev.shardline.lag.Fact;
import dev.shardline.lag.GroupKind;
import dev.shardline.lag.Partition;
import dev.shardline.lag.StartPolicy;
import dev.shardline.lag.WatchedGroup;
import dev.shardline.lag.position.GroupPosition;
import java.util.Map;

/**
 * A group as the brokers know it.
 *
 * @param kind what it is
 * @param positions where it is; a partition that is missing has no position
 * @param start where it begins without a position
 * @param readCommitted whether it sees the records of committed transactions alone
 */
record GroupState(
    WatchedGroup group,
    GroupKind kind,
    Membership membership,
    Fact<Map<Partition, GroupPosition>> positions,
    StartPolicy start,
    boolean readCommitted) {}
