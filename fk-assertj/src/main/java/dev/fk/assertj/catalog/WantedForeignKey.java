package dev.fk.assertj.catalog;

import dev.fk.core.diff.ForeignKeyText;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** As much of a foreign key as a chain has asserted so far; what is absent has not been asked for. */
@API(status = Status.INTERNAL)
public record WantedForeignKey(
        List<String> columns,
        Optional<ForeignKey.Key> key,
        Optional<ReferentialAction> onDelete,
        Optional<ReferentialAction> onUpdate,
        Optional<MatchType> match,
        Optional<Deferrability> deferrability,
        Optional<Enforcement> enforcement,
        Optional<String> name) {
    public static WantedForeignKey on(List<String> columns) {
        return new WantedForeignKey(
                List.copyOf(columns),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public WantedForeignKey referencing(QualifiedName table, List<String> referencedColumns) {
        Optional<ForeignKey.Key> other = Optional.of(new ForeignKey.Key(columns, table, referencedColumns));
        return new WantedForeignKey(columns, other, onDelete, onUpdate, match, deferrability, enforcement, name);
    }

    public WantedForeignKey onDelete(ReferentialAction action) {
        return new WantedForeignKey(
                columns, key, Optional.of(action), onUpdate, match, deferrability, enforcement, name);
    }

    public WantedForeignKey onUpdate(ReferentialAction action) {
        return new WantedForeignKey(
                columns, key, onDelete, Optional.of(action), match, deferrability, enforcement, name);
    }

    public WantedForeignKey matching(MatchType type) {
        return new WantedForeignKey(
                columns, key, onDelete, onUpdate, Optional.of(type), deferrability, enforcement, name);
    }

    public WantedForeignKey deferrability(Deferrability wanted) {
        return new WantedForeignKey(columns, key, onDelete, onUpdate, match, Optional.of(wanted), enforcement, name);
    }

    public WantedForeignKey enforcement(Enforcement wanted) {
        return new WantedForeignKey(columns, key, onDelete, onUpdate, match, deferrability, Optional.of(wanted), name);
    }

    public WantedForeignKey named(String wanted) {
        return new WantedForeignKey(
                columns, key, onDelete, onUpdate, match, deferrability, enforcement, Optional.of(wanted));
    }

    /** The foreign key that is there, changed where it is not as wanted. */
    public ForeignKey appliedTo(ForeignKey there) {
        ForeignKey changed = key.map(k -> there.withReferenced(k.referencedTable(), k.referencedColumns()))
                .orElse(there)
                .withActions(onDelete.orElse(there.onDelete()), onUpdate.orElse(there.onUpdate()))
                .withMatch(match.orElse(there.match()))
                .withDeferrability(deferrability.orElse(there.deferrability()))
                .withEnforcement(enforcement.orElse(there.enforcement()));
        return name.isPresent() ? changed.withName(name) : changed;
    }

    /** The notation of {@link ForeignKeyText}, with the clauses that were asked for, defaults included. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(key.map(ForeignKey.Key::toString).orElse("(" + String.join(", ", columns) + ")"));
        match.ifPresent(m -> text.append(" MATCH ").append(m));
        onDelete.ifPresent(a -> text.append(" ON DELETE ").append(a));
        onUpdate.ifPresent(a -> text.append(" ON UPDATE ").append(a));
        deferrability.ifPresent(d -> text.append(' ').append(d.sql()));
        enforcement.ifPresent(e -> text.append(' ').append(e.name().replace('_', ' ')));
        name.ifPresent(n -> text.append("      [").append(n).append(']'));
        return text.toString();
    }
}
