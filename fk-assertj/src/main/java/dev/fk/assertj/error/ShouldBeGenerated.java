package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Equivalence;
import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.ColumnText;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A column whose value should come from somewhere else. */
@API(status = Status.INTERNAL)
public final class ShouldBeGenerated {
    private ShouldBeGenerated() {}

    /** @param clause what was expected, {@code to be an identity column} */
    public static Failure failure(TableView view, Column there, String clause) {
        return new WrongColumn(view, there)
                .expecting(clause)
                .wanting(clause)
                .have(there)
                .why(reason(there));
    }

    private static String reason(Column there) {
        String text = ColumnText.generation(there.generation());
        return (text.isEmpty() ? "its value comes from the INSERT alone" : "its value comes from " + text)
                + idleSequence(there)
                        .map(name -> ", though the sequence " + name + " belongs to it")
                        .orElse("");
    }

    private static Optional<String> idleSequence(Column there) {
        return there.options().get(Column.IDLE_SEQUENCE);
    }

    /** A counter, in the form that the standard has where the server has it, unless what counted once is still there. */
    public static Failure counter(TableView view, Column there) {
        String clause = "to be counted up by the server";
        return idleSequence(there).isPresent()
                ? counted(view, there, clause, Generation.autoIncrement())
                : counted(view, there, clause, identity(Generation.Identity.Mode.BY_DEFAULT));
    }

    /** Anything but an identity column; its values go on to be counted. */
    public static Failure noIdentity(TableView view, Column there) {
        return counted(view, there, "to be no identity column", Generation.autoIncrement());
    }

    private static Generation identity(Generation.Identity.Mode mode) {
        return new Generation.Identity(mode, Options.none());
    }

    /** The server counts up whole numbers, and never leaves one out. */
    private static Failure counted(TableView view, Column there, String clause, Generation wanted) {
        if (!(there.type() instanceof DataType.Int) || there.generation() instanceof Generation.Computed) {
            return failure(view, there, clause);
        }
        Options options =
                wanted == Generation.autoIncrement() ? there.options().without(Column.IDLE_SEQUENCE) : there.options();
        Column counted = new Equivalence(view.snapshot())
                .stored(there.withGeneration(wanted).withNullable(false).withOptions(options));
        return new WrongColumn(view, there).become(clause, counted, reason(there));
    }

    /** An identity column of the SQL standard, where the server may have something else for it. */
    public static Failure identity(TableView view, Column there) {
        return identityOf(view, there, Generation.Identity.Mode.BY_DEFAULT);
    }

    private static Failure identityOf(TableView view, Column there, Generation.Identity.Mode mode) {
        Generation wanted = identity(mode);
        Generation stored = new Equivalence(view.snapshot())
                .stored(there.withGeneration(wanted))
                .generation();
        String clause = "to be an identity column";
        return stored instanceof Generation.Identity
                ? counted(view, there, clause, wanted)
                : failure(view, there, clause)
                        .why(view.snapshot().database().server().product() + " has no identity columns but "
                                + ColumnText.generation(stored) + ": isAutoIncrement");
    }

    /** An identity column of another mode. */
    public static Optional<Failure> identity(TableView view, Column there, Generation.Identity.Mode mode) {
        if (!(there.generation() instanceof Generation.Identity identity)) {
            return Optional.of(identityOf(view, there, mode));
        }
        return identity.mode() == mode
                ? Optional.empty()
                : Optional.of(new WrongColumn(view, there)
                        .become(
                                "to be GENERATED " + mode.name().replace('_', ' ') + " AS IDENTITY",
                                there.withGeneration(new Generation.Identity(mode, identity.sequence())),
                                mode == Generation.Identity.Mode.ALWAYS
                                        ? "an INSERT may give a value itself"
                                        : "an INSERT may not give a value itself"));
    }

    /** Computed by another expression; the server is asked to write the wish in its own words first. */
    public static Optional<Failure> by(TableView view, Column there, String sql) {
        if (!(there.generation() instanceof Generation.Computed computed)) {
            return Optional.of(failure(view, there, "to be computed as " + sql));
        }
        Column wanted = there.withGeneration(new Generation.Computed(new Expression(sql), computed.storage()));
        if (there.equals(wanted)) {
            return Optional.empty();
        }
        Optional<Column> written = new Equivalence(view.snapshot()).written(view, there, wanted);
        if (written.filter(c -> c.generation().equals(there.generation())).isPresent()) {
            return Optional.empty();
        }
        WrongColumn wrong = new WrongColumn(view, there);
        String clause = "to be computed as " + sql;
        return Optional.of(
                written.isPresent()
                        ? wrong.become(clause, wanted, "")
                        : wrong.become(
                                clause, wanted, "the server does not accept this expression here", Remedy.none()));
    }
}
