/** A broker with TLS, users and rights, and the rights that {@code deploy/kafka} grants. */
@NullMarked
package dev.shardline.broker.secured;

import org.jspecify.annotations.NullMarked;
