package dev.fk.core.plan;

import dev.fk.core.dialect.Obstacle;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change that the server would refuse for the sake of what uses what it takes away or changes.
 *
 * @param told what a problem before this one puts aside
 * @param later what a problem after this one brings back
 */
record Blocked(
        Change change, List<Obstacle> obstacles, Set<Sql> told, Set<Sql> later, boolean comesBack, ServerInfo server) {
    /**
     * The problems of changes that obstacles stand in the way of, in the order of the changes. What stands in the way of
     * several is put aside by the first and brought back by the last: as what uses an obstacle is one as well, each is put aside
     * before what it uses and comes back after that, if one does what all problems say.
     */
    static Map<Change, Problem> of(List<Change> changes, Map<Change, List<Obstacle>> obstacles, ServerInfo server) {
        Map<Change, Problem> problems = new LinkedHashMap<>();
        List<Change> blocked = changes.stream()
                .distinct()
                .filter(c -> !obstacles.getOrDefault(c, List.of()).isEmpty())
                .toList();
        for (int i = 0; i < blocked.size(); i++) {
            Change change = blocked.get(i);
            Set<Sql> told = away(blocked.subList(0, i), obstacles);
            Set<Sql> later = away(
                    blocked.subList(i + 1, blocked.size()).stream()
                            .filter(c -> comesBack(c, changes))
                            .toList(),
                    obstacles);
            problems.put(
                    change,
                    new Blocked(
                                    change,
                                    obstacles.getOrDefault(change, List.of()),
                                    told,
                                    later,
                                    comesBack(change, changes),
                                    server)
                            .problem());
        }
        return problems;
    }

    private static Set<Sql> away(List<Change> changes, Map<Change, List<Obstacle>> obstacles) {
        return changes.stream()
                .flatMap(c -> obstacles.getOrDefault(c, List.of()).stream())
                .flatMap(o -> o.away().stream())
                .collect(Collectors.toSet());
    }

    private static boolean comesBack(Change change, List<Change> all) {
        if (change instanceof Change.DropTable) {
            return all.stream()
                    .anyMatch(
                            c -> c instanceof Change.CreateTable && c.subject().equals(change.subject()));
        }
        if (change instanceof Change.DropPrimaryKey drop) {
            return all.stream()
                    .anyMatch(c -> c instanceof Change.AddPrimaryKey add
                            && add.table().equals(drop.table())
                            && add.primaryKey()
                                    .columns()
                                    .equals(drop.primaryKey().columns()));
        }
        return !(change instanceof Change.DropColumn drop)
                || all.stream()
                        .anyMatch(c -> c instanceof Change.AddColumn add
                                && add.table().equals(drop.table())
                                && add.column().name().equals(drop.column().name()));
    }

    private Problem problem() {
        return new Problem("FK107", table(), columns(), fact(), remedy());
    }

    private QualifiedName table() {
        return change.subject();
    }

    private List<String> columns() {
        return column().toList();
    }

    private Stream<String> column() {
        return change instanceof Change.DropColumn drop
                ? Stream.of(drop.column().name())
                : change instanceof Change.AlterColumn alter
                        ? Stream.of(alter.from().name())
                        : Stream.empty();
    }

    private String fact() {
        String what = column().map(c -> table() + "." + c).findFirst().orElse(table().toString());
        return (isType() ? "The enum type " : change instanceof Change.DropPrimaryKey ? "The primary key of " : "")
                + what + " is used by "
                + obstacles.stream().map(Obstacle::name).collect(Collectors.joining(", ")) + ", so that "
                + server.product() + " " + server.version() + " would refuse to " + refused();
    }

    static boolean isGrowing(Change change) {
        return change instanceof Change.AlterEnum alter && alter.from().growsInto(alter.to());
    }

    private boolean isType() {
        return change instanceof Change.AlterEnum || change instanceof Change.DropEnum;
    }

    private String refused() {
        if (change instanceof Change.AlterColumn) {
            return "change its type";
        }
        if (change instanceof Change.AlterEnum alter) {
            return isGrowing(alter)
                    ? "use the labels that it gets in the same transaction"
                    : "remove its labels or change their order";
        }
        return "drop it";
    }

    private String remedy() {
        List<String> stuck = obstacles.stream()
                .filter(o -> o.away().isEmpty())
                .map(Obstacle::name)
                .toList();
        List<Sql> all = obstacles.stream().flatMap(o -> o.away().stream()).toList();
        List<Sql> away = all.stream().filter(s -> !told.contains(s)).toList();
        List<String> sentences = new ArrayList<>();
        if (!stuck.isEmpty()) {
            sentences.add("Change or drop " + String.join(", ", stuck) + " first.");
        }
        if (!away.isEmpty()) {
            sentences.add("Run before: " + statements(away) + ".");
        } else if (!all.isEmpty()) {
            sentences.add(
                    "What is said before about another step puts " + (all.size() == 1 ? "it" : "them") + " aside.");
        }
        if (comesBack && !all.isEmpty()) {
            sentences.add(again());
        } else if (change instanceof Change.DropColumn && !away.isEmpty()) {
            sentences.add("Or create " + (away.size() == 1 ? "it" : "them") + " anew without the column.");
        }
        return String.join(" ", sentences);
    }

    private String again() {
        List<Obstacle> last = new ArrayList<>(obstacles);
        Collections.reverse(last);
        last.removeIf(o -> o.away().isEmpty() || later.contains(o.away().get()));
        return last.isEmpty()
                ? "What is said below about another step brings back what that takes away."
                : "And after, with what was granted on " + (last.size() == 1 ? "it" : "them") + ": "
                        + statements(
                                last.stream().flatMap(o -> o.again().stream()).toList()) + ".";
    }

    private static String statements(List<Sql> statements) {
        return statements.stream().map(Sql::text).collect(Collectors.joining("; "));
    }
}
