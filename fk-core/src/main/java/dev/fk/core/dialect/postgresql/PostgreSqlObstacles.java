package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.Obstacle;
import dev.fk.core.dialect.Obstacles;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What keeps PostgreSQL from dropping tables, columns and types (2BP01) and from changing the type of a column (0A000, 42P16),
 * with {@code obstacles.sql}: views, rules, policies, triggers, functions, publications, partition keys, domains and composite
 * types. Constraints and indexes it takes along or makes anew.
 */
record PostgreSqlObstacles(String defaultSchema, boolean setExpression) implements Obstacles {
    private static final String SQL =
            Resource.text("obstacles.sql").replace("${policy}", Resource.text("create-policy.sql"));

    private enum Kind {
        TABLE_GOES,
        COLUMN_GOES,
        COLUMN_CHANGES,
        KEY_GOES,
        TYPE_GOES,
        LABELS_GO
    }

    private record Claim(Kind kind, QualifiedName name, Optional<String> column) {
        /** Whether what the name means now is what it will mean then. */
        boolean isThere(List<Change> earlier) {
            return earlier.stream()
                    .noneMatch(
                            c -> (c instanceof Change.CreateTable && c.subject().equals(name))
                                    || (c instanceof Change.RenameTable renamed
                                            && renamed.to().equals(name))
                                    || (c instanceof Change.RenameColumn renamed
                                            && renamed.table().equals(name)
                                            && column.equals(Optional.of(renamed.to()))));
        }
    }

    @Override
    public boolean concern(Change change, List<Change> all) {
        return claim(change, all).isPresent();
    }

    private Optional<Claim> claim(Change change, List<Change> all) {
        if (change instanceof Change.DropTable c) {
            return Optional.of(new Claim(Kind.TABLE_GOES, c.table(), Optional.empty()));
        }
        if (change instanceof Change.DropColumn c && !c.column().options().has(Keys.INHERITED)) {
            return Optional.of(new Claim(
                    Kind.COLUMN_GOES, c.table(), Optional.of(c.column().name())));
        }
        if (change instanceof Change.AlterColumn c && !c.to().options().has(Keys.INHERITED)) {
            Optional<String> column = Optional.of(c.from().name());
            if (AlterColumnSql.isAnew(c, setExpression)) {
                return Optional.of(new Claim(Kind.COLUMN_GOES, c.table(), column));
            }
            boolean retypes = !c.from().type().equals(c.to().type())
                    || !c.from().collation().equals(c.to().collation());
            return retypes ? Optional.of(new Claim(Kind.COLUMN_CHANGES, c.table(), column)) : Optional.empty();
        }
        if (change instanceof Change.DropPrimaryKey c) {
            return Optional.of(
                    new Claim(Kind.KEY_GOES, c.table(), c.primaryKey().name()));
        }
        if (change instanceof Change.AlterEnum c && (!c.from().growsInto(c.to()) || isUsed(c, all))) {
            return Optional.of(new Claim(Kind.LABELS_GO, c.from().name(), Optional.empty()));
        }
        if (change instanceof Change.DropEnum c && comesAgain(c.definition(), all)) {
            return Optional.of(new Claim(Kind.TYPE_GOES, c.definition().name(), Optional.empty()));
        }
        return Optional.empty();
    }

    /** A label that a type has got since the transaction began is not to be used in it (55P04). */
    private static boolean isUsed(Change.AlterEnum change, List<Change> all) {
        List<String> added = change.to().labels().stream()
                .filter(l -> !change.from().labels().contains(l))
                .map(l -> SqlText.literal(l) + "::"
                        + Identifiers.quoteIfNeeded(change.to().name()))
                .toList();
        return all.subList(all.indexOf(change) + 1, all.size()).stream()
                .filter(c -> !(c instanceof Change.AlterEnum))
                .anyMatch(c -> added.stream().anyMatch(c.toString()::contains));
    }

    /** One that only goes has been looked after: what somebody else uses stays. */
    private static boolean comesAgain(EnumDefinition type, List<Change> all) {
        return all.stream()
                .anyMatch(c -> c instanceof Change.CreateEnum create
                        && create.definition().name().equals(type.name()));
    }

    @Override
    public Map<Change, List<Obstacle>> read(Connection connection, List<Change> earlier, List<Change> changes)
            throws SQLException {
        List<Claim> claims = new ArrayList<>();
        List<Change> claiming = new ArrayList<>();
        for (Change change : changes) {
            claim(change, changes).filter(c -> c.isThere(earlier)).ifPresent(c -> {
                claims.add(c);
                claiming.add(change);
            });
        }
        if (claims.isEmpty()) {
            return Map.of();
        }
        Map<Change, List<Obstacle>> found = new LinkedHashMap<>();
        try (PreparedStatement statement = asking(connection, claims);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Change change = claiming.get(row.getInt("position") - 1);
                Obstacle obstacle = obstacle(row);
                if (!isGone(obstacle, earlier)
                        && !isGone(obstacle, changes.subList(0, changes.indexOf(change)))
                        && !goesFirst(obstacle, changes)) {
                    found.computeIfAbsent(change, c -> new ArrayList<>()).add(obstacle);
                }
            }
        }
        return found;
    }

    /** What is computed goes before what it is computed from, however the changes are written. */
    private static boolean goesFirst(Obstacle obstacle, List<Change> changes) {
        return isGone(
                obstacle,
                changes.stream().filter(Change.DropColumn.class::isInstance).toList());
    }

    private static boolean isGone(Obstacle obstacle, List<Change> before) {
        return obstacle.owner()
                .filter(o -> before.stream()
                        .anyMatch(c -> c.subject().equals(o)
                                && (c instanceof Change.DropTable || takesAway(c, obstacle.column()))))
                .isPresent();
    }

    private static boolean takesAway(Change change, Optional<String> computed) {
        return (change instanceof Change.DropColumn drop
                        && computed.equals(Optional.of(drop.column().name())))
                || (change instanceof Change.AlterColumn alter
                        && computed.equals(Optional.of(alter.from().name()))
                        && alter.from().generation() instanceof Generation.Computed
                        && !alter.to().generation().equals(alter.from().generation()));
    }

    /** Planning it takes ten times as long as the answer (PostgreSQL 18.6), which those who ask again are spared. */
    private static PreparedStatement asking(Connection connection, List<Claim> claims) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(SQL);
        statement.setArray(1, array(connection, claims, c -> c.kind().name()));
        statement.setArray(2, array(connection, claims, c -> Identifiers.quote(c.name())));
        statement.setArray(3, array(connection, claims, c -> c.column().orElse(null)));
        return statement;
    }

    private static Array array(Connection connection, List<Claim> claims, Function<Claim, @Nullable String> part)
            throws SQLException {
        return connection.createArrayOf("text", claims.stream().map(part).toArray());
    }

    private static List<Sql> again(ResultSet row) throws SQLException {
        String[] statements = (String[]) row.getArray("again").getArray();
        return Stream.of(statements).map(s -> new Sql(s.strip())).toList();
    }

    private Obstacle obstacle(ResultSet row) throws SQLException {
        String owner = row.getString("o");
        return new Obstacle(
                row.getString("name"),
                owner == null
                        ? Optional.empty()
                        : Optional.of(Identifiers.local(row.getString("s"), owner, defaultSchema)),
                Optional.ofNullable(row.getString("col")),
                Optional.ofNullable(row.getString("away")).map(Sql::new),
                again(row));
    }
}
