package dev.fk.junit.provision;

import dev.fk.core.dialect.Dialects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Chooses who provides a server: the first that can, never one of another kind than asked for. */
@API(status = Status.EXPERIMENTAL)
public final class Provisioners {
    /**
     * What somebody configured by hand comes first, then what costs least. Those not named here come last.
     */
    private static final List<String> ORDER = List.of("external", "embedded", "container", "binaries");

    private final List<Provisioner> known;

    Provisioners(List<Provisioner> known) {
        this.known = known.stream()
                .sorted(Comparator.comparingInt(Provisioners::rank).thenComparing(Provisioner::name))
                .toList();
    }

    /** All provisioners that are installed. */
    public static Provisioners installed() {
        return new Provisioners(ServiceLoader.load(Provisioner.class, Provisioners.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /**
     * The provisioner for this request.
     *
     * @throws NoServerException with every provisioner's reason, if there is none
     */
    public Provisioner choose(ServerRequest request) {
        List<String> obstacles = new ArrayList<>();
        for (Provisioner provisioner : candidates(request)) {
            Obstacle obstacle = new Obstacle(provisioner.name());
            String text = provisioner.available(request).accept(obstacle);
            if (text.isEmpty()) {
                return provisioner;
            }
            obstacles.add(text);
        }
        throw new NoServerException("No " + request.dialect() + " server for the tests"
                + request.provider().map(p -> " (fk.provider is " + p + ")").orElse("") + ".\n"
                + String.join("\n", obstacles)
                + (isOfKnownDialect(request) ? "\n  " + NoServerException.ABORT : ""));
    }

    /** Whether it may be had elsewhere. A dialect that is none is a mistake, on every machine. */
    public static boolean isOfKnownDialect(ServerRequest request) {
        return Dialects.known().stream().anyMatch(d -> d.id().id().equals(request.dialect()));
    }

    private List<Provisioner> candidates(ServerRequest request) {
        List<Provisioner> candidates = known.stream()
                .filter(p -> request.provider().map(p.name()::equals).orElse(true))
                .toList();
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException(
                    "fk.provider is '" + request.provider().orElse("")
                            + "', expected one of "
                            + known.stream().map(Provisioner::name).collect(Collectors.joining(", ")) + ".");
        }
        return candidates;
    }

    private static int rank(Provisioner provisioner) {
        int index = ORDER.indexOf(provisioner.name());
        return index < 0 ? ORDER.size() : index;
    }

    /** What stands in the way, as two lines; empty if nothing does. */
    private record Obstacle(String name) implements Availability.Visitor<String> {
        @Override
        public String available(Availability.Available yes) {
            return "";
        }

        @Override
        public String unavailable(Availability.Unavailable no) {
            return "  " + name + ": " + no.reason() + "\n" + " ".repeat(name.length() + 4) + no.remedy();
        }
    }
}
