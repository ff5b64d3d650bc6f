/** From what should change to the statements that change it, in an order that works, each with its risk. */
@NullMarked
package dev.fk.core.plan;

import org.jspecify.annotations.NullMarked;
