package dev.fk.junit;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.junit.provision.Blueprint;
import dev.fk.junit.provision.DatabaseSupply;
import dev.fk.junit.provision.TestDatabase;
import dev.fk.junit.provision.Use;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** A server in use, and what it was used for. */
final class SessionServer implements AutoCloseable {
    private final String dialect;
    private final String provider;
    private final DatabaseSupply supply;
    private final AtomicReference<String> version = new AtomicReference<>("");
    private final AtomicLong tests = new AtomicLong();

    SessionServer(String dialect, String provider, DatabaseSupply supply) {
        this.dialect = dialect;
        this.provider = provider;
        this.supply = supply;
    }

    TestDatabase take(Blueprint blueprint, Use use) {
        return supply.take(blueprint, use);
    }

    /** Remembers what kind of server it turned out to be. */
    void is(ServerInfo info) {
        version.set(info.version().toString());
    }

    /** {@code mysql 9.7.4}. */
    String name() {
        if ("".equals(version.get())) {
            TestDatabase probe = supply.take(new Nothing(), Use.ALONE);
            try {
                is(Database.of(probe.dataSource()).server());
            } finally {
                probe.giveBack();
            }
        }
        return dialect + " " + version.get();
    }

    /** {@code postgresql 18.6 embedded}. */
    String shownName() {
        return dialect + " " + version.get() + " " + provider;
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
