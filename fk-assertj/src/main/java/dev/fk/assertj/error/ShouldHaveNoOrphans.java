package dev.fk.assertj.error;

import dev.fk.core.database.DirtyData;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Schema;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Rows whose foreign keys should lead somewhere. */
@API(status = Status.INTERNAL)
public final class ShouldHaveNoOrphans {
    private ShouldHaveNoOrphans() {}

    public static Optional<Failure> failure(Schema schema, List<DirtyData> orphans, List<String> unasked) {
        if (schema.tables().values().stream().allMatch(t -> t.foreignKeys().isEmpty())) {
            return Optional.of(Failure.expecting("rows without orphans, but there is no foreign key.")
                    .why("nothing would have been looked at"));
        }
        if (schema.tables().values().stream()
                .flatMap(t -> t.foreignKeys().stream())
                .allMatch(k -> k.enforcement() == Enforcement.NOT_ENFORCED)) {
            return Optional.of(Failure.expecting("rows without orphans, but every foreign key is NOT ENFORCED.")
                    .why("such a key lets rows be that lead nowhere, so that nothing would have been looked at"));
        }
        if (orphans.isEmpty() && !unasked.isEmpty()) {
            return Optional.of(Failure.expecting("rows without orphans, but of some foreign keys that cannot be told.")
                    .have(unasked.stream().map(k -> List.<Object>of(k)).toList())
                    .why("they are of other types than what they reference, and only the server knows which values it"
                            + " takes for the same")
                    .doing("Give the columns of both tables the same types."));
        }
        if (orphans.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Failure.expecting("rows without orphans, but there are some.")
                .wanting("no orphans")
                .have(orphans.stream()
                        .map(o -> List.<Object>of(o.describe().stripTrailing()))
                        .toList()));
    }
}
