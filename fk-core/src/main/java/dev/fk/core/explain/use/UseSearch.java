package dev.fk.core.explain.use;

import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.situation.Situation;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What else needs what was to go or change. */
@API(status = Status.INTERNAL)
public record UseSearch(Situation situation) {
    public Stream<Explanation> find() {
        return Stream.of(
                        new DependentCauses(situation).find(),
                        new ViewCauses(situation).find(),
                        new UseCauses(situation).find())
                .flatMap(List::stream);
    }
}
