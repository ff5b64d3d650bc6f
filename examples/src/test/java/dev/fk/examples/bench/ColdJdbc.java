package dev.fk.examples.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** The same as {@link ColdFk} by hand: statements that are written down, and four result sets. */
public final class ColdJdbc {
    private ColdJdbc() {}

    public static void main(String[] urlAndStatements) throws Exception {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(urlAndStatements[0]);
        BareJdbc bare = new BareJdbc(dataSource);
        bare.execute(List.of(Files.readString(Path.of(urlAndStatements[1]))));
        bare.drain(Limits.of("PostgreSQL"));
    }
}
