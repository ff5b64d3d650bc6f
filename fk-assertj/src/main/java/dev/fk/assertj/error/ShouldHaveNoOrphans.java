package dev.fk.assertj.error;

import dev.fk.core.database.DirtyData;
import dev.fk.core.schema.Schema;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Rows whose foreign keys should lead somewhere. */
@API(status = Status.INTERNAL)
public final class ShouldHaveNoOrphans {
    private ShouldHaveNoOrphans() {}

    public static Optional<Failure> failure(Schema schema, List<DirtyData> orphans) {
        if (schema.tables().values().stream().allMatch(t -> t.foreignKeys().isEmpty())) {
            return Optional.of(Failure.expecting("rows without orphans, but there is no foreign key.")
                    .why("nothing would have been looked at"));
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
