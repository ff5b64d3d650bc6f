package dev.fk.core.cli;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.database.PublicUrl;
import dev.fk.core.dialect.CatalogScope;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which database is meant; a mixin. */
final class Target {
    /** What is no password, and stands for one that is not said. */
    private static final String ASK = "\0";

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
            fallbackValue = ASK,
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
     * One whose schemas are there already: one that there is not has been mistyped, as nothing that asks for this makes any.
     *
     * @throws UsageException if nobody has said which database, or if it has no such schema, or none that is looked at
     */
    Database toLookAt() {
        Database database = database();
        String wanted = said(schema, Settings.SCHEMA).orElse(database.server().defaultSchema());
        if (wanted.isEmpty()) {
            throw new UsageException(database.location()
                    + " names no database, or no schema that there is. Put its name into the URL, or say --schema.");
        }
        if (!database.hasSchema(wanted)) {
            throw new UsageException("There is no schema " + wanted + " in " + database + ".");
        }
        return database;
    }

    private Database said() {
        String where = said(url, Settings.URL)
                .orElseThrow(() -> new UsageException("Which database? Say --url jdbc:postgresql://host/name, or put"
                        + " fk.url=… into fk.properties, or set FK_URL."));
        if (!where.startsWith("jdbc:")) {
            throw new UsageException(PublicUrl.location(where) + " is no JDBC URL, which begins with jdbc:, such as"
                    + " jdbc:postgresql://host/name or jdbc:mysql://host/name. Say user and password with --user and"
                    + " --password.");
        }
        return connected(where);
    }

    private Database connected(String where) {
        Optional<String> name = credential(user, Settings.USER, UrlCredentials.USER);
        Optional<String> word = credential(password.map(this::asked), Settings.PASSWORD, UrlCredentials.PASSWORD);
        try {
            return Database.of(Connections.to(where, name, word));
        } catch (DatabaseException e) {
            throw new IllegalStateException(
                    "Cannot connect to " + PublicUrl.location(where) + ": " + new ConnectionFailure(where, e).why(), e);
        }
    }

    private String asked(String word) {
        return word.equals(ASK) ? console.answer("Password") : word;
    }

    /** An option with a URL in which somebody else stands is meant with them. */
    private Optional<String> credential(Optional<String> option, String key, String name) {
        boolean inOption =
                url.map(UrlCredentials::new).filter(u -> u.says(name)).isPresent();
        return inOption ? option : said(option, key);
    }

    private Optional<String> said(Optional<String> option, String key) {
        return option.or(() -> console.setting(key));
    }
}
