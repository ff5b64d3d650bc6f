package dev.fk.core.explain.name;

import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.situation.Situation;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What is wrong with the names that a statement says. */
@API(status = Status.INTERNAL)
public record NameSearch(Situation situation) {
    public Stream<Explanation> find() {
        return Stream.of(
                        new ReservedWordCauses(situation).find(),
                        new ForeignWords(situation).find(),
                        new NameCauses(situation).find(),
                        new RenameCauses(situation).find(),
                        new MissingCauses(situation).find(),
                        new SchemaCauses(situation).find(),
                        new MissingViews(situation).find(),
                        new WrittenColumns(situation).find(),
                        new TypeCauses(situation).find(),
                        new FunctionCauses(situation).find(),
                        new IndexMethodCauses(situation).find(),
                        new CollationCauses(situation).find(),
                        new NamedIndexes(situation).find(),
                        new EngineCauses(situation).find())
                .flatMap(List::stream);
    }
}
