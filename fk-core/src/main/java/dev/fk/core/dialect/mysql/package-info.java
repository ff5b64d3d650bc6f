/** MySQL and MariaDB: one family, two servers. */
@NullMarked
package dev.fk.core.dialect.mysql;

import org.jspecify.annotations.NullMarked;
