package dev.fk.core.explain.key;

import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.situation.Situation;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Why a foreign key, or the key or index on one of its sides, is not made. */
@API(status = Status.INTERNAL)
public record KeySearch(Situation situation) {
    public Stream<Explanation> find() {
        return Stream.of(
                        new ForeignKeyCauses(situation).find(),
                        new ConflictCauses(situation).find(),
                        new ShrunkKeys(situation).find(),
                        new SpecialIndexes(situation).find(),
                        new NullKeyCauses(situation).find(),
                        new PrefixCauses(situation).find())
                .flatMap(List::stream);
    }
}
