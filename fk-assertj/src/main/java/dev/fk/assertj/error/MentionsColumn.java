package dev.fk.assertj.error;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.UniqueKey;
import java.util.regex.Pattern;

/** Whether a constraint is about a column; SQL text is searched for the name as a word. */
record MentionsColumn(String column) implements Constraint.Visitor<Boolean> {
    /** Whether the SQL text has the column's name as a word, quoted or not. */
    boolean in(String sql) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(column) + "(?![\\w$])")
                .matcher(sql)
                .find();
    }

    @Override
    public Boolean primaryKey(PrimaryKey constraint) {
        return constraint.columns().contains(column);
    }

    @Override
    public Boolean uniqueKey(UniqueKey constraint) {
        return constraint.columns().contains(column);
    }

    @Override
    public Boolean foreignKey(ForeignKey constraint) {
        return constraint.columns().contains(column);
    }

    @Override
    public Boolean check(Check constraint) {
        return in(constraint.expression().sql());
    }

    @Override
    public Boolean exclusion(Exclusion constraint) {
        return in(constraint.definition());
    }

    @Override
    public Boolean index(Index index) {
        return index.parts().stream()
                        .anyMatch(
                                p -> p.isExpression() ? in(p.text()) : p.text().equals(column))
                || index.where().filter(w -> in(w.sql())).isPresent();
    }
}
