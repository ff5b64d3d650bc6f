/** What a server has to answer for fk to speak to it. One sub-package per server; nobody else depends on those. */
@NullMarked
package dev.fk.core.dialect;

import org.jspecify.annotations.NullMarked;
