package dev.fk.core.rule;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which members of a schema a rule is about. */
record Selection<T>(
        String noun,
        Function<Target, Stream<Member<T>>> members,
        Function<Member<T>, Subject> subject,
        Optional<Trait<T>> chosen) {
    Selection(String noun, Function<Target, Stream<Member<T>>> members, Function<Member<T>, Subject> subject) {
        this(noun, members, subject, Optional.empty());
    }

    Selection<T> narrowed(Trait<T> trait) {
        return new Selection<>(
                noun,
                members,
                subject,
                Optional.of(chosen.map(c -> c.and(trait)).orElse(trait)));
    }

    Selection<T> widened(Trait<T> trait) {
        return new Selection<>(
                noun, members, subject, Optional.of(chosen.map(c -> c.or(trait)).orElse(trait)));
    }

    Rule demanding(Trait<T> trait) {
        String which = noun
                + chosen.map(c -> " that " + c.description().replaceFirst("^not ", "do not "))
                        .orElse("");
        Inspection inspection = Inspection.ofEach(
                target -> members.apply(target)
                        .filter(m -> chosen.map(c -> c.holds().test(m)).orElse(true)),
                m -> trait.violation(m, subject.apply(m)).stream());
        return Rule.of(which + " should " + trait.description(), inspection);
    }
}
