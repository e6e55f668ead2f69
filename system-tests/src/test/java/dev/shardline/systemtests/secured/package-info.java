/** The system on a broker with TLS, users and rights. */
@NullMarked
package dev.shardline.systemtests.secured;

import org.jspecify.annotations.NullMarked;
