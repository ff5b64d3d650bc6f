package dev.fk.core.explain.row;

import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.situation.Situation;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Which rows are in the way. */
@API(status = Status.INTERNAL)
public record RowSearch(Situation situation) {
    public Stream<Explanation> find() {
        return Stream.of(
                        new EntryCauses(situation).find(),
                        new CastCauses(situation).find(),
                        new WrittenRowCauses(situation).find(),
                        new ReplaceCauses(situation).find(),
                        new ExclusionCauses(situation).find(),
                        new TriggerCauses(situation).find(),
                        new InvalidDefaults(situation).find(),
                        new ReadAndWritten(situation).find(),
                        new ValueCounts(situation).find(),
                        new UnfitValues(situation).find(),
                        new TakenValues(situation).find(),
                        new MissingValues(situation).find(),
                        new RowCauses(situation).find())
                .flatMap(List::stream);
    }
}
