/** What class files say and reflection does not. */
@NullMarked
package dev.fk.core.classfile;

import org.jspecify.annotations.NullMarked;
