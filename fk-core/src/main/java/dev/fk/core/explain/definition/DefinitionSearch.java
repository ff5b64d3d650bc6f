package dev.fk.core.explain.definition;

import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.situation.Situation;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Why a column, check or default is not taken as it is written. */
@API(status = Status.INTERNAL)
public record DefinitionSearch(Situation situation) {
    public Stream<Explanation> find() {
        return Stream.of(
                        new ComputedCauses(situation).find(),
                        new DefinitionCauses(situation).find(),
                        new CheckCauses(situation).find(),
                        new WidthCauses(situation).find(),
                        new DefaultCauses(situation).find(),
                        new LongRows(situation).find(),
                        new ConsentCauses(situation).find(),
                        new CountingCauses(situation).find(),
                        new TooManyCauses(situation).find(),
                        new LastColumns(situation).find(),
                        new AlgorithmCauses(situation).find())
                .flatMap(List::stream);
    }
}
