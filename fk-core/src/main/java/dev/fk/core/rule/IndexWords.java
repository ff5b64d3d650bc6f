package dev.fk.core.rule;

import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What can be said of indexes that are no keys. */
@API(status = Status.EXPERIMENTAL)
@FunctionalInterface
public interface IndexWords<R> {
    /** In words of one's own. */
    R satisfy(Trait<Index> trait);

    /** The whole name matches a regular expression. */
    default R haveNameMatching(String regex) {
        return satisfy(Trait.<Index>of(
                        "have names matching " + regex,
                        m -> m.value().name().filter(n -> n.matches(regex)).isPresent())
                .instead(m -> m.value().name().map(n -> "it is named " + n).orElse("it has no name")));
    }

    /** Belong to a table whose name matches a regular expression. */
    default R belongToTablesMatching(String regex) {
        return satisfy(Trait.<Index>of(
                "belong to tables matching " + regex,
                m -> m.table().name().name().matches(regex)));
    }

    /** Begin with these columns. */
    default R beginWith(String... columns) {
        return satisfy(Trait.<Index>of("begin with " + String.join(", ", columns), m -> {
            List<String> leading = m.value().leadingColumns();
            return leading.size() >= columns.length
                    && m.target().areCalled(leading.subList(0, columns.length), List.of(columns));
        }));
    }

    /** Allow each value once. */
    default R forbidDuplicates() {
        return satisfy(
                Trait.<Index>of("forbid duplicates", m -> m.value().unique()).instead(m -> "it is not unique"));
    }

    /** Hold some rows only. */
    default R haveACondition() {
        return satisfy(
                Trait.<Index>of("have a condition", m -> m.value().where().isPresent())
                        .instead(m -> "it has none"));
    }

    /** Have at most so many parts. */
    default R haveAtMost(int parts) {
        return satisfy(Trait.<Index>of(
                        "have at most " + parts + " parts",
                        m -> m.value().parts().size() <= parts)
                .instead(m -> "it has " + m.value().parts().size()));
    }

    /** Contain an expression. */
    default R haveExpressions() {
        return satisfy(Trait.<Index>of(
                "have expressions", m -> m.value().parts().stream().anyMatch(IndexPart::isExpression)));
    }
}
