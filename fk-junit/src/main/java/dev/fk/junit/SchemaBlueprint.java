package dev.fk.junit;

import dev.fk.core.database.Database;
import dev.fk.core.database.PrintingListener;
import dev.fk.core.source.ModelSource;
import dev.fk.core.source.SchemaSource;
import dev.fk.core.sync.Sync;
import dev.fk.core.sync.SyncMode;
import dev.fk.junit.provision.Blueprint;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What the sources of an annotation make of an empty database. */
record SchemaBlueprint(List<SchemaSource> sources, SyncMode sync, boolean showSql) implements Blueprint {
    static SchemaBlueprint of(SchemaConfig config) {
        return new SchemaBlueprint(Sources.of(config.sources()), config.sync(), config.showSql());
    }

    /** The classes too: two sources of different classes may use the same word for different things. */
    @Override
    public Object key() {
        return new Key(
                sources.stream()
                        .map(s -> s.getClass().getName() + " " + s.fingerprint())
                        .toList(),
                sync);
    }

    @Override
    public void build(DataSource empty) {
        if (sync == SyncMode.NONE) {
            return;
        }
        Database database = database(empty);
        for (SchemaSource source : sources) {
            if (source instanceof ModelSource models) {
                Sync.of(sync).run(models.models(), database);
            } else {
                source.applyTo(database);
            }
        }
    }

    Database database(DataSource dataSource) {
        Database database = Database.of(dataSource);
        return showSql ? database.listening(PrintingListener.toConsole()) : database;
    }

    @Override
    public String toString() {
        return sources.isEmpty()
                ? "@WithSchema without sources"
                : sources.stream().map(s -> s.getClass().getSimpleName()).collect(Collectors.joining(", "));
    }

    private record Key(List<String> fingerprints, SyncMode sync) {}
}
