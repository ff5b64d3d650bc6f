package dev.fk.core.parity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a schema on one kind of server should be the same as on another one, but for idioms that are allowed with a reason.
 * Immutable.
 */
@API(status = Status.EXPERIMENTAL)
public final class Parity {
    private final Counterpart there;
    private final List<String> ignored;
    private final List<Allowance> allowances;

    private Parity(Counterpart there, List<String> ignored, List<Allowance> allowances) {
        this.there = there;
        this.ignored = List.copyOf(ignored);
        this.allowances = List.copyOf(allowances);
    }

    public static Parity with(NeutralForm there) {
        return new Parity(here -> there, List.of(), List.of());
    }

    /**
     * With the neutral form in a file, so that no test needs both servers. {@code -Dfk.parity.update=true} writes the file on
     * the kind of server whose form it holds, or on whatever server comes first if there is none yet; never where {@code CI}
     * is {@code true}.
     */
    public static Parity with(Path file) {
        return new Parity(new ParityFile(file, ParityFile.isUpdating()), List.of(), List.of());
    }

    /** With the neutral form in a resource on the class path, {@code /shop.parity}. */
    public static Parity withResource(String name) {
        return new Parity(here -> ParityFile.resource(name), List.of(), List.of());
    }

    /** Looks at no table of this name, the bookkeeping of a migration tool for example; a table that is nowhere is told. */
    public Parity ignoring(String... tables) {
        List<String> more = new ArrayList<>(ignored);
        more.addAll(List.of(tables));
        return new Parity(there, more, allowances);
    }

    /** Allows all differences of a kind. */
    public Parity allowing(Idiom idiom, String reason) {
        return allowing(new Allowance(idiom, reason, Optional.empty(), OptionalInt.empty()));
    }

    /** Allows exactly so many differences of a kind. */
    public Parity allowing(Idiom idiom, int times, String reason) {
        return allowing(new Allowance(idiom, reason, Optional.empty(), OptionalInt.of(times)));
    }

    /** Allows differences of a kind where this side is a certain kind of server, {@code mysql}. */
    public Parity allowingOn(String dialect, Idiom idiom, String reason) {
        return allowing(new Allowance(idiom, reason, Optional.of(dialect), OptionalInt.empty()));
    }

    private Parity allowing(Allowance allowance) {
        List<Allowance> more = new ArrayList<>(allowances);
        more.add(allowance);
        return new Parity(there, ignored, more);
    }

    /**
     * What differs, and what of it is allowed. The same kind of server on both sides has no idioms.
     *
     * @throws ParityException if the other side cannot be read; says what to do
     */
    public ParityReport compare(NeutralForm here) {
        NeutralForm other = there.form(here);
        List<Difference> differences = Comparison.between(here.without(ignored), other.without(ignored));
        boolean same = here.dialect().equals(other.dialect());
        List<Allowance> valid = allowances.stream()
                .filter(a -> !same && a.isFor(here.dialect()))
                .toList();
        List<String> nowhere = ignored.stream()
                .filter(t -> !here.tables().containsKey(t) && !other.tables().containsKey(t))
                .toList();
        return ParityReport.of(here.dialect(), other.dialect(), differences, valid, nowhere);
    }
}
