/** A server that runs already, named by its JDBC URL. */
@NullMarked
package dev.fk.junit.provision.external;

import org.jspecify.annotations.NullMarked;
