package dev.fk.core.cli;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.dialect.CatalogScope;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which database is meant; a mixin. */
final class Target {
    private final Console console;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "JDBC URL of the database (also -Dfk.url, FK_URL, fk.url in fk.properties)")
    private Optional<String> url = Optional.empty();

    @Option(names = "--user", paramLabel = "NAME", description = "its user (fk.user)")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--password",
            paramLabel = "WORD",
            arity = "0..1",
            interactive = true,
            description = "the user's password; asked for if nothing follows (fk.password)")
    private Optional<String> password = Optional.empty();

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = "one more schema to look at, besides the default one (fk.schema)")
    private Optional<String> schema = Optional.empty();

    Target(Console console) {
        this.console = console;
    }

    /**
     * @throws UsageException if nobody has said which database
     */
    Database database() {
        Database database = console.dataSource().map(Database::of).orElseGet(this::said);
        return said(schema, Settings.SCHEMA)
                .map(s -> database.withScope(CatalogScope.defaultSchema().and(s)))
                .orElse(database);
    }

    /**
     * One that is only looked at: a schema that there is not has been mistyped.
     *
     * @throws UsageException if nobody has said which database, or if it has no such schema
     */
    Database toLookAt() {
        Database database = database();
        Optional<String> wanted = said(schema, Settings.SCHEMA);
        wanted.filter(s -> !database.hasSchema(s)).ifPresent(s -> {
            throw new UsageException("There is no schema " + s + " in " + database + ".");
        });
        return database;
    }

    private Database said() {
        String where = said(url, Settings.URL)
                .orElseThrow(() -> new UsageException("Which database? Say --url jdbc:postgresql://host/name, or put"
                        + " fk.url=… into fk.properties, or set FK_URL."));
        return connected(where);
    }

    private Database connected(String where) {
        try {
            return Database.of(Connections.to(where, said(user, Settings.USER), said(password, Settings.PASSWORD)));
        } catch (DatabaseException e) {
            String anonymous = where.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
            throw new IllegalStateException("Cannot connect to " + anonymous + ": " + why(e), e);
        }
    }

    /** Drivers say that it failed; why, such as a host that nobody knows, is often said by what caused that alone. */
    private static String why(DatabaseException failed) {
        Throwable told = Optional.ofNullable(failed.getCause()).orElse(failed);
        String text = String.valueOf(told.getMessage()).lines().findFirst().orElse("");
        Throwable root = told;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        // PostgreSQL's driver takes user and password in a URL for a part of the host's name
        String reason = String.valueOf(root.getMessage()).replaceAll("[^\\s:@/]+:[^\\s@/]*@", "");
        return text.contains(reason) ? text : text + " (" + root.getClass().getSimpleName() + ": " + reason + ")";
    }

    private Optional<String> said(Optional<String> option, String key) {
        return option.or(() -> console.setting(key));
    }
}
