/**
 * One schema on two kinds of servers: a neutral form of each that can be kept in a file, and what differs between the two, in
 * words, but for a list of idioms that have been allowed with a reason.
 */
@NullMarked
package dev.fk.core.parity;

import org.jspecify.annotations.NullMarked;
