package dev.fk.core.source;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.DialectId;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The migrations of one source or several, as they are written.
 *
 * <pre>{@code
 * assertThat(MigrationSet.of(FlywaySource.of("classpath:db/migration")).problems()).isEmpty();
 * }</pre>
 *
 * @param sources in the order in which they are applied; a source without migrations is a single step
 */
@API(status = Status.EXPERIMENTAL)
public record MigrationSet(List<SteppedSource> sources) {
    public MigrationSet {
        sources = List.copyOf(sources);
    }

    /** Those of a {@link CompositeSource} one by one. */
    public static MigrationSet of(SchemaSource... sources) {
        return of(List.of(sources));
    }

    /** The same of a list. */
    public static MigrationSet of(List<? extends SchemaSource> sources) {
        return new MigrationSet(sources.stream().flatMap(MigrationSet::stepped).toList());
    }

    private static Stream<SteppedSource> stepped(SchemaSource source) {
        if (source instanceof SteppedSource stepped) {
            return Stream.of(stepped);
        }
        return source instanceof CompositeSource composite
                ? composite.sources().stream().flatMap(MigrationSet::stepped)
                : Stream.of(new WholeSource(source));
    }

    /** Whether there is anything that can stop half way. */
    public boolean hasMigrations() {
        return sources.stream().anyMatch(s -> !(s instanceof WholeSource));
    }

    /** What is wrong with them; no database is asked. */
    public List<MigrationProblem> problems() {
        return sources.stream().flatMap(s -> s.problems().stream()).toList();
    }

    /** In the order in which they would run, for all kinds of servers; no database is asked. */
    public List<MigrationStep> written() {
        return sources.stream().flatMap(s -> s.written().stream()).toList();
    }

    /** The same for one kind of server. */
    public List<MigrationStep> written(DialectId server) {
        return sources.stream().flatMap(s -> s.written(server).stream()).toList();
    }

    /** The schema without the tables in which the tools remember what ran. */
    public CanonicalSchema withoutBookkeeping(CanonicalSchema schema) {
        return schema.restrictedTo(
                schema.schema().tables().values().stream()
                        .filter(t -> !keeps(t.name()))
                        .toList(),
                schema.schema().enums().values());
    }

    private boolean keeps(QualifiedName table) {
        return sources.stream().anyMatch(s -> s.keeps(table));
    }
}
