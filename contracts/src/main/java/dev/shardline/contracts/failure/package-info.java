/** Why work ended without success, in words for people and codes for programs. */
@NullMarked
package dev.shardline.contracts.failure;

import org.jspecify.annotations.NullMarked;
