package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names that the servers of the family give to what is declared without: {@code t_ibfk_1} for a foreign key (MySQL 8.0
 * and 9.7, MariaDB 10.11 and 11.8; a number alone since MariaDB 12.1, MDEV-28933), {@code t_chk_1} (MySQL) or {@code
 * CONSTRAINT_1} (MariaDB) for a check, the first column for a key or index, with {@code _2} and so on behind it.
 */
record GeneratedNames(Table table, String name) implements Constraint.Visitor<Boolean> {
    private static final Pattern FOREIGN_KEY = Pattern.compile(".+_ibfk_\\d+|\\d+");
    private static final Pattern CHECK = Pattern.compile(".+_chk_\\d+|CONSTRAINT_\\d+|\\d+");
    private static final Pattern FUNCTIONAL = Pattern.compile("functional_index(_\\d+)?");

    static boolean isGenerated(Table table, Constraint named) {
        return named.name()
                .map(n -> named.accept(new GeneratedNames(table, n)))
                .orElse(false);
    }

    /** Every primary key is called PRIMARY, whatever was declared. */
    @Override
    public Boolean primaryKey(PrimaryKey constraint) {
        return false;
    }

    @Override
    public Boolean uniqueKey(UniqueKey constraint) {
        return isAfter(constraint.columns().get(0));
    }

    @Override
    public Boolean foreignKey(ForeignKey constraint) {
        return FOREIGN_KEY.matcher(name).matches();
    }

    /** A check at a column of MariaDB bears the column's name. */
    @Override
    public Boolean check(Check constraint) {
        return CHECK.matcher(name).matches() || constraint.options().has(ConstraintSql.COLUMN);
    }

    @Override
    public Boolean exclusion(Exclusion constraint) {
        return false;
    }

    @Override
    public Boolean index(Index index) {
        List<String> leading = index.parts().stream()
                .limit(1)
                .filter(p -> !p.isExpression())
                .map(p -> p.text())
                .toList();
        return leading.isEmpty() ? FUNCTIONAL.matcher(name).matches() : isAfter(leading.get(0));
    }

    private boolean isAfter(String column) {
        return name.matches("(?i)" + Pattern.quote(column) + "(_\\d+)?");
    }
}
