package dev.fk.junit;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The databases that tests of this JVM have at this moment. */
final class ActiveLeases {
    private static final Set<Lease> LEASES = ConcurrentHashMap.newKeySet();

    private ActiveLeases() {}

    static void add(Lease lease) {
        LEASES.add(lease);
    }

    static void remove(Lease lease) {
        LEASES.remove(lease);
    }

    /** The one of this name, and if a method inside a class has another one than the class, that one. */
    static Lease only(String name) throws SQLException {
        List<Lease> all =
                LEASES.stream().filter(l -> l.scope().name().equals(name)).toList();
        return all.stream()
                .filter(inner -> all.stream().allMatch(inner::isInside))
                .findFirst()
                .orElseThrow(() -> new SQLException(all.isEmpty() ? none(name) : several(name, all)));
    }

    private static String none(String name) {
        return "No test that runs has a database" + called(name)
                + ". It has one from the making of its instance on, in a class with @WithSchema"
                + (name.isEmpty() ? "" : "(name = \"" + name + "\")")
                + "; where one instance is for all tests of a class, from @BeforeEach on.";
    }

    private static String several(String name, List<Lease> all) {
        return all.size() + " tests run at the same time, each with a database of its own" + called(name) + ": "
                + all.stream().map(Lease::owner).sorted().collect(Collectors.joining(", "))
                + ". Which is meant is only known on their own threads. Have classes that share such a data source run one"
                + " after the other: @Execution(SAME_THREAD), @ResourceLock.";
    }

    private static String called(String name) {
        return name.isEmpty() ? "" : " of the name '" + name + "'";
    }
}
