package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tables that an option such as {@code inherits} names: {@code "a", "s"."b"}. */
final class Parents {
    private static final Pattern NAME =
            Pattern.compile("((?:\"(?:[^\"]|\"\")*+\"|[^\",.\\s]+)\\s*(?:\\.\\s*(?:\"(?:[^\"]|\"\")*+\"|[^\",.\\s]+))?)");

    private Parents() {}

    static List<QualifiedName> of(Optional<String> option) {
        return option.stream()
                .flatMap(text -> NAME.matcher(text).results())
                .map(match -> Identifiers.unquote(match.group()))
                .map(n -> n.size() == 2 ? QualifiedName.of(n.get(0), n.get(1)) : QualifiedName.of(n.get(0)))
                .toList();
    }
}
