package dev.fk.core.explain.partition;

import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.situation.Situation;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What is wrong between a table and its parts, or those that inherit from it. */
@API(status = Status.INTERNAL)
public record PartitionSearch(Situation situation) {
    public Stream<Explanation> find() {
        return Stream.of(
                        new WholeTableCauses(situation).find(),
                        new PartitionCauses(situation).find(),
                        new AttachmentCauses(situation).find(),
                        new DetachmentCauses(situation).find(),
                        new PromotionCauses(situation).find(),
                        new BoundCauses(situation).find(),
                        new InheritedCauses(situation).find())
                .flatMap(List::stream);
    }
}
