package dev.fk.junit;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Diagnosis;
import dev.fk.junit.provision.Blueprint;
import dev.fk.junit.provision.DatabaseSupply;
import dev.fk.junit.provision.TestDatabase;
import dev.fk.junit.provision.Use;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A server in use, and what it was used for. */
final class SessionServer implements AutoCloseable {
    private final String dialect;
    private final String provider;
    private final DatabaseSupply supply;
    private final AtomicLong tests = new AtomicLong();
    private volatile @Nullable Kind kind;

    SessionServer(String dialect, String provider, DatabaseSupply supply) {
        this.dialect = dialect;
        this.provider = provider;
        this.supply = supply;
    }

    TestDatabase take(Blueprint blueprint, Use use) {
        return supply.take(blueprint, use);
    }

    /** What all its databases have in common; one of them is asked if nobody was yet. */
    Kind kind(Supplier<Database> any) {
        Kind known = kind;
        if (known == null) {
            known = Kind.of(any.get());
            kind = known;
        }
        return known;
    }

    /** {@code mysql 9.7.4}. */
    String name() {
        if (kind == null) {
            TestDatabase probe = supply.take(new Nothing(), Use.ALONE);
            try {
                kind(() -> Database.of(probe.dataSource()));
            } finally {
                probe.giveBack();
            }
        }
        return dialect + " " + version();
    }

    /** {@code postgresql 18.6 embedded}. */
    String shownName() {
        return dialect + " " + version() + " " + provider;
    }

    private String version() {
        Kind known = kind;
        return known == null ? "" : known.version();
    }

    void countTest() {
        tests.incrementAndGet();
    }

    /** {@code postgresql 18.6 embedded}, a tabulator, {@code 123 tests}. */
    String report() {
        return shownName() + "\t" + tests.get() + " tests";
    }

    @Override
    public void close() {
        supply.close();
    }

    /**
     * What kind of server it turned out to be.
     *
     * @param diagnosis what its errors mean, and how its statements are read
     */
    record Kind(String version, Diagnosis diagnosis) {
        static Kind of(Database database) {
            return new Kind(
                    database.server().version().toString(), database.dialect().diagnosis(database.server()));
        }
    }

    /** An empty database is enough to ask a server for its version. */
    private record Nothing() implements Blueprint {
        @Override
        public Object key() {
            return this;
        }

        @Override
        public void build(DataSource empty) {
            // stays empty
        }

        @Override
        public String toString() {
            return "nothing";
        }
    }
}
