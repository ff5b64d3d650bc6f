package dev.fk.core.migration;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What tells of a catalog whether a call has changed it: of the tables that it may have changed, which are named in lines behind
 * it, or, without any, of all but those that fk keeps for itself.
 */
final class Checksum {
    private static final String LINE = "\n";

    private Checksum() {}

    static String of(CanonicalSchema schema, Optional<Set<QualifiedName>> tables) {
        Optional<String> names = tables.map(all ->
                        all.stream().map(QualifiedName::toString).sorted().collect(Collectors.joining(LINE)))
                .filter(text -> text.lines().count() == tables.get().size());
        return names.map(n -> of(schema, n.lines().toList()) + LINE + n)
                .orElseGet(() -> Transcript.hash(CallHandler.withoutOwn(schema).toString()));
    }

    /** Whether it is that of the schema. */
    static boolean fits(String checksum, CanonicalSchema schema) {
        List<String> lines = checksum.lines().toList();
        String now = lines.size() == 1 ? of(schema, Optional.empty()) : of(schema, lines.subList(1, lines.size()));
        return lines.get(0).equals(now);
    }

    private static String of(CanonicalSchema schema, List<String> names) {
        return Transcript.hash(schema.restrictedTo(
                        schema.schema().tables().values().stream()
                                .filter(t -> names.contains(t.name().toString()))
                                .toList(),
                        List.of())
                .toString());
    }
}
