/** What is said about tests beside their outcome: statements, leaks, the files of a failure, what databases cost. */
@NullMarked
package dev.fk.junit.report;

import org.jspecify.annotations.NullMarked;
