package dev.fk.core.parity;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A way in which one kind of server says what another one says differently. A parity allows the ones it names, with a reason,
 * and counts them.
 *
 * @param name as reports call it
 * @param explains whether a difference is one of this kind
 */
@API(status = Status.EXPERIMENTAL)
public record Idiom(String name, Predicate<Difference> explains) {
    private static final String TYPE = "type";
    private static final String DEFAULT = "default";
    private static final String COLLATION_OF = "collation";
    private static final String MOMENTS = "(DATETIME|TIMESTAMP).*";

    /** A truth value is {@code BOOLEAN} or a number, and its default {@code true} or {@code 1}. */
    public static final Idiom BOOLEAN_AS_NUMBER = new Idiom(
            "BOOLEAN_AS_NUMBER",
            d -> (is(d, TYPE) && d.isBetween("BOOLEAN", "TINYINT.*"))
                    || (is(d, DEFAULT) && (d.isBetween("true", "1") || d.isBetween("false", "0"))));

    /** A UUID is {@code UUID} or 36 letters or 16 bytes; with the collation that letters have. */
    public static final Idiom UUID_AS_TEXT = new Idiom(
            "UUID_AS_TEXT",
            d -> (is(d, TYPE) && d.isBetween("UUID", "(CHAR\\(36\\)|BINARY\\(16\\)).*"))
                    || (is(d, COLLATION_OF) && typeIs(d, "UUID")));

    /** A JSON document is {@code JSONB}, {@code JSON}, or on MariaDB text with a check that it is JSON. */
    public static final Idiom JSON_KIND = new Idiom(
            "JSON_KIND",
            d -> (is(d, TYPE) && (d.isBetween("JSONB?", "JSONB?") || d.isBetween("JSONB?", "LONGTEXT")))
                    || (is(d, COLLATION_OF) && typeIs(d, "JSONB?"))
                    || d.item().startsWith("check json_valid"));

    /** A point in time is {@code TIMESTAMP WITH TIME ZONE} or {@code DATETIME}, with more or fewer digits of a second. */
    public static final Idiom MOMENT = new Idiom("MOMENT", d -> is(d, TYPE) && d.isBetween(MOMENTS, MOMENTS));

    /** Numbers are counted by {@code IDENTITY}, {@code serial} or {@code AUTO_INCREMENT}. */
    public static final Idiom COUNTING = new Idiom(
            "COUNTING",
            d -> is(d, "counted") && d.here().isPresent() && d.there().isPresent());

    /** One server has sizes of numbers, or a sign, that the other has not. */
    public static final Idiom NUMBER_SIZE = new Idiom(
            "NUMBER_SIZE",
            d -> is(d, TYPE)
                    && d.isBetween("(TINY|SMALL|MEDIUM|BIG)?INT(EGER)?.*", "(TINY|SMALL|MEDIUM|BIG)?INT(EGER)?.*"));

    /** Floating-point numbers have several names. */
    public static final Idiom FLOAT_NAME =
            new Idiom("FLOAT_NAME", d -> is(d, TYPE) && d.isBetween("(FLOAT|REAL|DOUBLE).*", "(FLOAT|REAL|DOUBLE).*"));

    /** Long strings have one size or four. */
    public static final Idiom TEXT_SIZE = new Idiom(
            "TEXT_SIZE",
            d -> is(d, TYPE) && d.isBetween("(TINY|MEDIUM|LONG)?(TEXT|BLOB)", "(TINY|MEDIUM|LONG)?(TEXT|BLOB)"));

    /** Both sides have a default, spelt differently. */
    public static final Idiom DEFAULT_SPELLING = new Idiom(
            "DEFAULT_SPELLING",
            d -> is(d, DEFAULT) && d.here().isPresent() && d.there().isPresent());

    /** Both sides have the expression of a check, index or computed column, spelt differently. */
    public static final Idiom EXPRESSION_SPELLING = new Idiom(
            "EXPRESSION_SPELLING",
            d -> (d.fact().equals("expression")
                            || d.fact().equals("computed")
                            || d.fact().equals("where"))
                    && d.here().isPresent()
                    && d.there().isPresent());

    /** Columns have a collation of their own. */
    public static final Idiom COLLATION = new Idiom("COLLATION", d -> is(d, COLLATION_OF));

    /** InnoDB makes an index for each foreign key. */
    public static final Idiom INDEX_OF_FOREIGN_KEY = new Idiom("INDEX_OF_FOREIGN_KEY", Idiom::isIndexOfForeignKey);

    /** {@code RESTRICT} and {@code NO ACTION} are one on servers that check nothing later. */
    public static final Idiom RESTRICT_AS_NO_ACTION =
            new Idiom("RESTRICT_AS_NO_ACTION", d -> d.fact().startsWith("on ") && d.isBetween("RESTRICT", "NO ACTION"));

    /** One server has options of columns that the other has not: {@code ON UPDATE CURRENT_TIMESTAMP}, compression. */
    public static final Idiom COLUMN_OPTION =
            new Idiom("COLUMN_OPTION", d -> d.isOfColumn() && d.fact().startsWith("option "));

    /** Those that are ready, the narrow ones first. */
    static List<Idiom> ready() {
        return List.of(
                BOOLEAN_AS_NUMBER,
                UUID_AS_TEXT,
                JSON_KIND,
                MOMENT,
                COUNTING,
                NUMBER_SIZE,
                FLOAT_NAME,
                TEXT_SIZE,
                DEFAULT_SPELLING,
                EXPRESSION_SPELLING,
                COLLATION,
                INDEX_OF_FOREIGN_KEY,
                RESTRICT_AS_NO_ACTION,
                COLUMN_OPTION);
    }

    private static boolean is(Difference difference, String fact) {
        return difference.isOfColumn() && difference.fact().equals(fact);
    }

    /** Whether the column has this type on one side. */
    private static boolean typeIs(Difference d, String regex) {
        return Stream.of(d.tables().here(), d.tables().there())
                .map(t -> t.items().get(d.item()))
                .anyMatch(facts -> facts != null && facts.getOrDefault(TYPE, "").matches(regex));
    }

    private static boolean isIndexOfForeignKey(Difference d) {
        if (!d.item().startsWith("index (") || !d.fact().isEmpty()) {
            return false;
        }
        String columns = d.item().substring("index ".length()).replaceAll(" #\\d+$", "");
        NeutralTable table =
                d.here().isPresent() ? d.tables().here() : d.tables().there();
        return table.items().keySet().stream().anyMatch(i -> i.startsWith("foreign key " + columns + " →"));
    }

    @Override
    public String toString() {
        return name;
    }
}
