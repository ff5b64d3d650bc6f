package dev.fk.core.rule;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How a rule looks at a schema. */
@API(status = Status.EXPERIMENTAL)
@FunctionalInterface
public interface Inspection {
    Result inspect(Target target);

    /**
     * What was seen.
     *
     * @param subjects how many things were looked at; nobody should believe a rule that looked at none
     */
    record Result(int subjects, List<Violation> violations) {
        public Result {
            violations = List.copyOf(violations);
        }
    }

    /** Looks at each member by itself. */
    static <T> Inspection ofEach(
            Function<Target, Stream<Member<T>>> members, Function<Member<T>, Stream<Violation>> violations) {
        return target -> {
            List<Member<T>> all = members.apply(target).toList();
            return new Result(all.size(), all.stream().flatMap(violations).collect(Collectors.toList()));
        };
    }
}
