package dev.fk.junit.provision;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Our presence on a server on which others may be as well, or may have been killed. */
final class Tenancy implements AutoCloseable {
    private final Run run = Run.begin();
    private final AtomicLong databases = new AtomicLong();
    private final DatabaseFactory factory;
    private final boolean claimed;
    private final @Nullable ServerLock lock;

    /** @param reuse whether others have to know of us */
    static Tenancy begin(Server server, Reuse reuse) {
        return new Tenancy(server, reuse);
    }

    private Tenancy(Server server, Reuse reuse) {
        this.factory = server.databases();
        this.claimed = server.isShared() && reuse != Reuse.NONE;
        try {
            this.lock = server.isShared() ? factory.lock(run.lock()) : null;
            if (claimed) {
                factory.create(run.claim());
            }
        } catch (SQLException e) {
            throw new ProvisioningException("Cannot begin to use the server: " + e.getMessage(), e);
        }
    }

    String newName() {
        return run.database(databases.incrementAndGet());
    }

    /** Drops what processes have left that were killed. */
    void sweep() {
        if (lock == null) {
            return;
        }
        try {
            Set<Run> alive = new HashSet<>(Set.of(run));
            for (String database : factory.list()) {
                Optional<Run> owner = Run.of(database);
                if (owner.isPresent() && !alive.contains(owner.get())) {
                    if (factory.isLocked(owner.get().lock())) {
                        alive.add(owner.get());
                    } else {
                        drop(database);
                    }
                }
            }
        } catch (SQLException e) {
            System.getLogger(Tenancy.class.getName()).log(Level.DEBUG, "What others have left could not be removed", e);
        }
    }

    /** One that cannot be dropped keeps none of the others. */
    private void drop(String left) {
        try {
            factory.drop(left);
        } catch (SQLException e) {
            System.getLogger(Tenancy.class.getName())
                    .log(Level.DEBUG, "What another run has left cannot be dropped: " + left, e);
        }
    }

    /** Whether somebody else shares templates with us. */
    boolean hasCompany() throws SQLException {
        List<String> all = factory.list();
        for (String database : all) {
            Optional<Run> owner = Run.of(database);
            if (owner.isPresent()
                    && !owner.get().equals(run)
                    && database.equals(owner.get().claim())
                    && factory.isLocked(owner.get().lock())) {
                return true;
            }
        }
        return false;
    }

    /** Others need not reckon with us any more; what we have in common with them is no longer used. */
    void leave() throws SQLException {
        if (claimed) {
            factory.drop(run.claim());
        }
    }

    @Override
    public void close() throws SQLException {
        if (lock != null) {
            lock.close();
        }
    }
}
