package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Examiner;
import dev.fk.core.dialect.Objection;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lets the server group labels as it would compare them in an enum: it refuses those that come together (1291). */
record LabelExaminer(Settings settings) implements Examiner {
    private record Asked(Table table, Column column, LabelObjections objections) {
        List<String> labels() {
            return ((DataType.EnumType) column.type()).labels();
        }

        /** A row for each group of more than one label. */
        String query(int number) {
            String collation = objections.collation(column);
            String converted = "USING " + Collations.charset(collation) + ") COLLATE " + collation;
            String labels = IntStream.range(0, labels().size())
                    .mapToObj(i -> "SELECT " + i + " AS n, CONVERT("
                            + SqlText.literal(LabelObjections.withoutBlanks(labels().get(i))) + " " + converted
                            + " AS l")
                    .collect(Collectors.joining(" UNION ALL "));
            return "SELECT " + number + ", GROUP_CONCAT(n ORDER BY n SEPARATOR ',') FROM (" + labels + ") AS q" + number
                    + " GROUP BY l HAVING COUNT(*) > 1";
        }

        Set<String> group(String numbers) {
            return Stream.of(numbers.split(",", -1))
                    .map(n -> labels().get(Integer.parseInt(n)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** What is there the server has taken. */
    @Override
    public boolean concern(Table wanted, Optional<Table> there) {
        return new LabelObjections(wanted, settings)
                .uncertain().stream()
                        .anyMatch(c -> !there.flatMap(t -> t.column(c.name())).equals(Optional.of(c)));
    }

    @Override
    public Map<QualifiedName, List<Objection>> objections(Connection connection, List<Table> tables) {
        List<Asked> asked = new ArrayList<>();
        for (Table table : tables) {
            LabelObjections objections = new LabelObjections(table, settings);
            objections.uncertain().forEach(c -> asked.add(new Asked(table, c, objections)));
        }
        Map<Asked, List<Set<String>>> same = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(IntStream.range(0, asked.size())
                        .mapToObj(i -> asked.get(i).query(i))
                        .collect(Collectors.joining(" UNION ALL ")))) {
            while (row.next()) {
                Asked one = asked.get(row.getInt(1));
                Set<String> group = one.group(row.getString(2));
                if (group.size() > 1) { // one that is written twice is another mistake
                    same.computeIfAbsent(one, a -> new ArrayList<>()).add(group);
                }
            }
        } catch (SQLException noSuchCollation) {
            return Map.of(); // which the server says of the table as well
        }
        Map<QualifiedName, List<Objection>> found = new LinkedHashMap<>();
        same.forEach((one, groups) -> found.computeIfAbsent(one.table().name(), t -> new ArrayList<>())
                .add(one.objections().same(one.column(), groups)));
        return found;
    }
}
