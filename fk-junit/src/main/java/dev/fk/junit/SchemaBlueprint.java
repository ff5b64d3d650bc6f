package dev.fk.junit;

import dev.fk.core.database.Database;
import dev.fk.core.database.PrintingListener;
import dev.fk.core.source.ModelSource;
import dev.fk.core.source.SchemaSource;
import dev.fk.core.sync.Sync;
import dev.fk.core.sync.SyncMode;
import dev.fk.junit.provision.Blueprint;
import dev.fk.junit.provision.TestDatabase;
import dev.fk.junit.provision.Use;
import dev.fk.junit.report.Cost;
import dev.fk.junit.report.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What the sources of an annotation make of an empty database. */
final class SchemaBlueprint implements Blueprint {
    private final Declaration declaration;
    private final List<SchemaSource> sources;
    private final Object key;
    private final Cost cost;
    private final Map<SessionServer, Snapshot> pristine = new ConcurrentHashMap<>();

    /** @param cost of building it */
    SchemaBlueprint(Declaration declaration, Cost cost) {
        this.declaration = declaration;
        this.cost = cost;
        // an empty database does not depend on sources that may be broken
        this.sources = declaration.sync() == SyncMode.NONE ? List.of() : Sources.of(declaration.sources());
        this.key = new Key(
                sources.stream()
                        .map(s -> s.getClass().getName() + " " + s.fingerprint())
                        .toList(),
                declaration.sync());
    }

    /** Classes count beside fingerprints: two sources may use the same word for different things. */
    @Override
    public Object key() {
        return key;
    }

    /** With the state of the code: the words of a source need not cover what its methods do. */
    @Override
    public Optional<String> fingerprint() {
        return Optional.of(key + " "
                + CodeState.of(Stream.concat(
                        Stream.of(Database.class, SchemaBlueprint.class),
                        sources.stream().map(Object::getClass))));
    }

    @Override
    public void build(DataSource empty) {
        if (declaration.sync() != SyncMode.NONE) {
            cost.build(() -> fill(database(empty), empty));
        }
    }

    private void fill(Database database, DataSource beside) {
        for (SchemaSource source : sources) {
            if (source instanceof ModelSource models) {
                Sync.of(declaration.sync()).run(models.models(), database);
            } else {
                Building.apply(source, database, beside);
            }
        }
    }

    /**
     * What every database of this kind looks like at first on this server: the same sources may be declared on several. Read
     * from one that nobody had, when somebody first asks.
     */
    Snapshot pristine(SessionServer server) {
        Snapshot known = pristine.get(server);
        if (known != null) {
            return known;
        }
        TestDatabase copy = server.take(this, Use.ALONE);
        try {
            Snapshot snapshot = Snapshot.of(Database.of(copy.dataSource()));
            pristine.put(server, snapshot);
            return snapshot;
        } finally {
            copy.giveBack();
        }
    }

    /** The database behind a data source, which prints what it executes if that is wanted. */
    Database database(DataSource dataSource) {
        Database database = Database.of(dataSource);
        return declaration.showSql() ? database.listening(PrintingListener.toConsole()) : database;
    }

    @Override
    public String toString() {
        return declaration.sources().toString();
    }

    /** What a blueprint is made from. */
    record Declaration(DeclaredSources sources, SyncMode sync, boolean showSql) {
        static Declaration of(SchemaConfig config) {
            return new Declaration(config.sources(), config.sync(), config.showSql());
        }
    }

    private record Key(List<String> fingerprints, SyncMode sync) {}
}
