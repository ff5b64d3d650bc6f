package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.NameRules;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names the family makes: {@code chat_ibfk_1} for foreign keys, {@code chat_chk_1} (MySQL) and {@code CONSTRAINT_1}
 * (MariaDB) for checks, that of the first column, with a number where it is taken, for keys and indexes. Measured on MySQL
 * 9.7.4 and MariaDB 11.8.9.
 */
enum MySqlNames implements NameRules {
    /** {@code information_schema.keywords} of MySQL 9.7.4. */
    MYSQL("mysql-reserved.txt"),
    /** What MariaDB 11.8.9 refuses as the name of a column. */
    MARIADB("mariadb-reserved.txt");

    private final Set<String> reserved;

    MySqlNames(String resource) {
        this.reserved = Set.copyOf(Resource.text(resource).lines().toList());
    }

    static MySqlNames of(Settings settings) {
        return settings.isMariaDb() ? MARIADB : MYSQL;
    }

    @Override
    public Origin origin(Table table, Constraint constraint) {
        return constraint
                .name()
                .map(n -> constraint.accept(new Named(table.name().name(), n)))
                .orElse(Origin.DECLARED);
    }

    @Override
    public boolean isReserved(String name) {
        return reserved.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public String fateOfLongNames() {
        return "longer ones are refused (1059), also those that the server makes of a table's name, such as …_ibfk_1";
    }

    /** What a constraint of a table is called. */
    private record Named(String table, String name) implements Constraint.Visitor<Origin> {
        /** What MariaDB 12.1 calls a foreign key or check (MDEV-28933). */
        private static final String NUMBER = "\\d+";

        /** There is but one name for a primary key. */
        @Override
        public Origin primaryKey(PrimaryKey constraint) {
            return Origin.DERIVED;
        }

        @Override
        public Origin uniqueKey(UniqueKey constraint) {
            return after(constraint.columns().get(0));
        }

        @Override
        public Origin foreignKey(ForeignKey constraint) {
            return name.matches(NUMBER) ? Origin.COUNTED : counted("_ibfk_");
        }

        @Override
        public Origin check(Check constraint) {
            if (constraint.options().has(ConstraintSql.COLUMN)) {
                return Origin.DERIVED; // a check at a column of MariaDB bears the column's name
            }
            return name.matches("CONSTRAINT_\\d+|" + NUMBER) ? Origin.COUNTED : counted("_chk_");
        }

        @Override
        public Origin exclusion(Exclusion constraint) {
            return Origin.DECLARED;
        }

        @Override
        public Origin index(Index index) {
            List<IndexPart> parts = index.parts();
            return after(
                    parts.get(0).isExpression()
                            ? "functional_index"
                            : parts.get(0).text());
        }

        private Origin counted(String word) {
            return name.startsWith(table + word)
                            && name.substring(table.length()).matches(word + "\\d+")
                    ? Origin.COUNTED
                    : Origin.DECLARED;
        }

        private Origin after(String column) {
            if (name.equals(column)) {
                return Origin.DERIVED;
            }
            return name.startsWith(column) && name.substring(column.length()).matches("_\\d+")
                    ? Origin.COUNTED
                    : Origin.DECLARED;
        }
    }
}
