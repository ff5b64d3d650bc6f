package dev.fk.junit.provision;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes and drops databases on one server, while tests run if that can be. No test waits for a drop, unless databases come
 * faster than they go: then whoever brings one more drops it.
 */
final class Workshop {
    private static final int WAITING_AT_MOST = 16;
    private static final int IDLE_CONNECTIONS = 2;

    /** With pools of others that nobody closes. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Server server;
    private final Tenancy tenancy;
    private final Strangers strangers;
    private final Set<String> stubborn = ConcurrentHashMap.newKeySet();
    private final Set<Copy> lent = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor making;
    private final ThreadPoolExecutor clearing;

    Workshop(Server server, Tenancy tenancy) {
        this.server = server;
        this.tenancy = tenancy;
        this.strangers = new Strangers(server.databases());
        this.making = thread("fk-make", Integer.MAX_VALUE, new ThreadPoolExecutor.DiscardPolicy());
        this.clearing = thread("fk-clear", WAITING_AT_MOST, new ThreadPoolExecutor.CallerRunsPolicy());
    }

    private static ThreadPoolExecutor thread(String name, int waiting, RejectedExecutionHandler otherwise) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                waiting == Integer.MAX_VALUE ? new LinkedBlockingQueue<>() : new ArrayBlockingQueue<>(waiting),
                task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                },
                otherwise);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    Server server() {
        return server;
    }

    /** One that nobody else on this server has. */
    String newName() {
        return tenancy.newName();
    }

    ConnectionPool connections(String database) {
        return new ConnectionPool(server.connectTo(database), server.databases().renewal(database), IDLE_CONNECTIONS);
    }

    /** Connections on which nothing can be written. */
    ConnectionPool reading(String database, Renewal renewal) {
        return ConnectionPool.renewedFirst(server.connectTo(database), renewal, IDLE_CONNECTIONS);
    }

    Copy make(Stock stock) throws SQLException {
        String name = newName();
        server.databases().copy(stock.template(), name);
        return new Copy(stock, name, connections(name));
    }

    /** With a connection: the first one to a database costs as much as ten catalog reads. */
    void makeSoon(Stock stock) {
        making.execute(() -> {
            Optional<Copy> made = Optional.empty();
            try {
                Copy copy = make(stock);
                made = Optional.of(copy);
                copy.connections().connection().close();
            } catch (SQLException e) {
                System.getLogger(Workshop.class.getName())
                        .log(Level.DEBUG, "No copy of " + stock.template() + " could be made in advance", e);
            } finally {
                stock.deliver(made);
            }
        });
    }

    Optional<String> state(Copy copy) throws SQLException {
        DatabaseFactory databases = server.databases();
        return copy.stock().use() == Use.ROLLED_BACK
                ? databases.committed(copy.name(), copy.connections().dataSource())
                : databases.state(copy.name(), copy.connections().dataSource());
    }

    TestDatabase lend(Copy copy) {
        lent.add(copy);
        return new TestDatabase(this, copy);
    }

    /** Has told if others are still connected when it goes. */
    void watch(Copy copy, String ended) {
        strangers.watch(copy.name(), ended);
    }

    Access keep(Copy copy) {
        if (server.isShared()) {
            try {
                server.databases().keep(copy.name());
            } catch (SQLException e) {
                throw new ProvisioningException("Cannot keep " + copy.name() + ": " + e.getMessage(), e);
            }
        }
        return server.keep(copy.name());
    }

    /** Whoever had it wants it to stay. */
    void leave(Copy copy) {
        lent.remove(copy);
        copy.connections().close();
        copy.stock().shared().leave(copy);
    }

    /**
     * Whoever had it is done.
     *
     * @return what they should know
     */
    Optional<String> takeBack(Copy lentOut) {
        lent.remove(lentOut);
        Stock stock = lentOut.stock();
        if (stock.use() == Use.READ_ONLY) {
            return stock.shared().comesBack(lentOut);
        }
        Copy copy = lentOut.handedOn();
        stock.isReturned();
        clearing.execute(() -> stock.comesBack(copy));
        return Optional.empty();
    }

    /** Whether it is certain that nothing was changed in it. */
    boolean isAsItWas(Copy copy) {
        return server.databases().tellsOwnRows() && copy.stock().isAsItWas(copy);
    }

    void discardLent(Copy copy) {
        lent.remove(copy);
        discardSoon(copy);
    }

    void dropLent(Copy copy) {
        lent.remove(copy);
        discard(copy);
    }

    /** Of all who are connected without us. */
    void awaitDeparture(Copy copy) {
        try {
            Departure.await(
                    () -> server.databases().sessions(copy.name()),
                    n -> n <= copy.connections().size(),
                    PATIENCE,
                    Duration.ofMillis(40));
        } catch (SQLException e) {
            System.getLogger(Workshop.class.getName())
                    .log(Level.DEBUG, "Nobody can tell who is connected to " + copy.name(), e);
        }
    }

    void discardSoon(Copy copy) {
        copy.connections().close();
        discardSoon(copy.name());
    }

    /** Others still read it. */
    void discardAtEnd(Copy copy) {
        lent.add(copy);
    }

    void discard(Copy copy) {
        copy.connections().close();
        drop(copy.name());
    }

    void discardSoon(String database) {
        clearing.execute(() -> drop(database));
    }

    /** One that cannot be dropped now is tried again in the end, when less is going on. */
    void drop(String database) {
        strangers.tell(database);
        try {
            server.databases().drop(database);
        } catch (SQLException e) {
            stubborn.add(database);
        }
    }

    /** Whether the server answers. */
    private boolean dropAtLast(String database) {
        try {
            server.databases().drop(database);
            return true;
        } catch (SQLException e) {
            if (Silence.isBehind(e)) {
                System.getLogger(Workshop.class.getName())
                        .log(
                                Level.WARNING,
                                "The test databases " + new TreeSet<>(stubborn)
                                        + " are left behind, because the server does not answer any more: "
                                        + e.getMessage()
                                        + "\nHave it end after the tests. If it comes back, a later run removes them.");
                return false;
            }
            System.getLogger(Workshop.class.getName())
                    .log(
                            Level.WARNING,
                            "The test database " + database + " is left behind, because it cannot be dropped: "
                                    + e.getMessage()
                                    + "\nSomething still uses it that the server cannot end, such as a prepared"
                                    + " transaction. End it in the test, or have such databases kept: Keep.ALWAYS.");
            return true;
        }
    }

    void soon(Runnable task) {
        clearing.execute(task);
    }

    /** Makes nothing more, and waits for what comes back. */
    void finish() {
        making.getQueue().clear();
        lent.forEach(this::discard);
        await(making);
        await(clearing);
        for (String database : stubborn) {
            if (!dropAtLast(database)) {
                return;
            }
        }
    }

    private static void await(ThreadPoolExecutor executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
                System.getLogger(Workshop.class.getName())
                        .log(Level.WARNING, executor.getQueue().size() + " test databases are not dropped yet.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
