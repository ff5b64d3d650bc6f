/** The command line. It needs picocli, which nothing else of fk does. */
@NullMarked
package dev.fk.core.cli;

import org.jspecify.annotations.NullMarked;
