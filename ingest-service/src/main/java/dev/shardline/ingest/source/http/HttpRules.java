package dev.shardline.ingest.source.http;

import dev.shardline.ingest.source.address.AddressRules;
import dev.shardline.ingest.source.address.UriRules;

/**
 * Where sources may be.
 *
 * @param uris what their URIs may name
 * @param addresses what may be connected to, whatever the names say
 */
public record HttpRules(UriRules uris, AddressRules addresses) {}
