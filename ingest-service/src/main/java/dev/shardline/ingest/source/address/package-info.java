/** Where sources may be: the addresses, hosts, ports and schemes that the service connects to. */
@NullMarked
package dev.shardline.ingest.source.address;

import org.jspecify.annotations.NullMarked;
