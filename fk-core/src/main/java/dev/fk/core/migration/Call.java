package dev.fk.core.migration;

import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.QualifiedName;
import java.util.Set;
import java.util.function.Function;

/**
 * One call of a {@link QueryInterface}, before it is known which schema it meets.
 *
 * @param text what it asks for, the same wherever it runs: a checksum is made of it
 * @param tables the tables it is about
 * @param operation what it changes of the schema that it meets
 */
record Call(String text, Set<QualifiedName> tables, Function<Operations, ChangeSet> operation) {}
