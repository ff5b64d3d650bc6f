package dev.fk.core.model;

import static dev.fk.core.model.Attributes.binaryString;
import static dev.fk.core.model.Attributes.bool;
import static dev.fk.core.model.Attributes.character;
import static dev.fk.core.model.Attributes.decimal;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.DataType.LobSize;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttributesTest {
    /** Types that one server alone knows have no factory; they are written as that server writes them. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("CITEXT", "citext"),
            Map.entry("TSVECTOR", "tsvector"),
            Map.entry("HSTORE", "hstore"),
            Map.entry("CIDR", "cidr"),
            Map.entry("INET", "inet"),
            Map.entry("MACADDR", "macaddr"),
            Map.entry("GEOMETRY", "geometry"),
            Map.entry("GEOGRAPHY", "geography"),
            Map.entry("RANGE", "int4range"));

    static Stream<JsonNode> types() {
        return Vectors.read("datatypes.json")
                .filter(v -> !v.path("type").path(0).asText().equals("VIRTUAL")); // has no column
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_data_type_of_sequelize_can_be_declared(JsonNode vector) {
        JsonNode type = vector.path("type");
        DataType declared = attribute(type).definition().type();

        String described = declared.describe().toUpperCase(Locale.ROOT);
        assertThat(described).isEqualTo(expected(vector));
    }

    /** What MariaDB, the most literal of the three, gets; but for what it has no name for. */
    private static String expected(JsonNode vector) {
        String name = vector.path("type").path(0).asText();
        String sql = vector.path("sql").path("mariadb").asText();
        if (OTHERS.containsKey(name)) {
            return OTHERS.get(name).toUpperCase(Locale.ROOT);
        }
        return switch (name) {
            case "BOOLEAN" -> "BOOLEAN";
            case "UUID" -> "UUID";
            case "ENUM" -> "ENUM('A', 'IT''S')";
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT" -> sql.replaceAll("\\(\\d+\\)", "");
            case "DECIMAL" -> vector.path("type").path(2).asInt(-1) == 0 ? "DECIMAL(8, 0)" : spaced(sql);
            case "FLOAT", "REAL", "DOUBLE" -> spaced(sql.replace("DOUBLE PRECISION", "DOUBLE"));
            default -> sql;
        };
    }

    private static String spaced(String sql) {
        return sql.replace(",", ", ");
    }

    private static Attribute<?> attribute(JsonNode type) {
        String name = type.path(0).asText();
        JsonNode option = type.path(1);
        boolean unsigned = option.path("unsigned").asBoolean();
        return switch (name) {
            case "STRING" ->
                type.path(2).asBoolean()
                        ? binaryString(option.asInt())
                        : option.isMissingNode() ? string() : string(option.asInt());
            case "CHAR" -> option.isMissingNode() ? character() : character(option.asInt());
            case "TEXT" -> Attributes.text(size(option));
            case "BLOB" -> Attributes.blob(size(option));
            case "TINYINT" -> Attributes.tinyInteger();
            case "SMALLINT" -> Attributes.smallInteger();
            case "MEDIUMINT" -> Attributes.mediumInteger();
            case "INTEGER" ->
                option.path("zerofill").asBoolean()
                        ? integer().zerofill()
                        : unsigned ? integer().unsigned() : integer();
            case "BIGINT" -> unsigned ? Attributes.bigInteger().unsigned() : Attributes.bigInteger();
            case "FLOAT" ->
                type.has(2)
                        ? Attributes.floating(option.asInt(), type.path(2).asInt())
                        : type.has(1) ? Attributes.floating(option.asInt()) : Attributes.floating();
            case "REAL" -> approximate(DataType.Approximate.Kind.REAL, type);
            case "DOUBLE" -> approximate(DataType.Approximate.Kind.DOUBLE, type);
            case "DECIMAL" -> decimalOf(type);
            case "BOOLEAN" -> bool();
            case "DATE" -> option.isMissingNode() ? Attributes.dateTime() : Attributes.dateTime(option.asInt());
            case "DATEONLY" -> Attributes.date();
            case "TIME" -> Attributes.time();
            case "UUID" -> Attributes.uuid();
            case "JSON" -> Attributes.json();
            case "JSONB" -> Attributes.jsonb();
            case "ENUM" -> Attributes.enumOf("a", "it's");
            case "ARRAY" -> Attributes.array(option.path("$type").asText().equals("STRING") ? string() : integer());
            default -> Attributes.typed(new DataType.Other(OTHERS.get(name)));
        };
    }

    private static LobSize size(JsonNode option) {
        return option.isMissingNode()
                ? LobSize.REGULAR
                : LobSize.valueOf(option.asText().toUpperCase(Locale.ROOT));
    }

    private static Attribute<?> approximate(DataType.Approximate.Kind kind, JsonNode type) {
        return Attributes.typed(
                new DataType.Approximate(kind, digits(type.path(1)), digits(type.path(2)), false, false));
    }

    private static OptionalInt digits(JsonNode node) {
        return node.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(node.asInt());
    }

    private static Attribute<?> decimalOf(JsonNode type) {
        if (type.path(1).isObject()) {
            return decimal(10, 2).unsigned();
        }
        return type.has(2)
                ? decimal(type.path(1).asInt(), type.path(2).asInt())
                : type.has(1) ? decimal(type.path(1).asInt()) : decimal();
    }

    @Test
    void defaults_are_written_as_sql() {
        assertThat(generation(string().defaultValue("it's"))).isEqualTo(Generation.defaultTo("'it''s'"));
        assertThat(generation(string().defaultValue(""))).isEqualTo(Generation.defaultTo("''"));
        assertThat(generation(integer().defaultValue(0))).isEqualTo(Generation.defaultTo("0"));
        assertThat(generation(decimal().defaultValue(new BigDecimal("1E+3")))).isEqualTo(Generation.defaultTo("1000"));
        assertThat(generation(bool().defaultValue(true))).isEqualTo(Generation.defaultTo("true"));
        assertThat(generation(integer().defaultExpression("(1 + 1)"))).isEqualTo(Generation.defaultTo("(1 + 1)"));
    }

    @Test
    void types_that_sequelize_has_no_word_for() {
        assertThat(Stream.of(
                        Attributes.stringOfAnyLength(),
                        Attributes.binary(20),
                        Attributes.varbinary(16),
                        Attributes.localDateTime(),
                        Attributes.localDateTime(3),
                        Attributes.instant(),
                        Attributes.instant(0),
                        Attributes.typed("int4range"),
                        Attributes.typed(QualifiedName.of("audit", "year"))))
                .extracting(a -> a.definition().type())
                .containsExactly(
                        new DataType.Varchar(OptionalInt.empty(), false),
                        new DataType.Binary(20),
                        new DataType.Varbinary(16),
                        new DataType.Timestamp(OptionalInt.empty(), false),
                        new DataType.Timestamp(OptionalInt.of(3), false),
                        new DataType.Timestamp(OptionalInt.empty(), true),
                        new DataType.Timestamp(OptionalInt.of(0), true),
                        new DataType.Other("int4range"),
                        new DataType.Named(QualifiedName.of("audit", "year")));
    }

    @Test
    void options_leave_the_attribute_they_were_called_on_alone() {
        IntegerAttribute plain = integer();
        IntegerAttribute counted = plain.primaryKey().autoIncrement();

        assertThat(plain).isEqualTo(integer());
        assertThat(counted.definition().primaryKey()).isTrue();
        assertThat(generation(counted)).isEqualTo(Generation.autoIncrement());
        assertThat(generation(plain.autoIncrementIdentity()))
                .isEqualTo(new Generation.Identity(Generation.Identity.Mode.BY_DEFAULT));
        assertThat(generation(plain.autoIncrementIdentity(Generation.Identity.Mode.ALWAYS)))
                .isEqualTo(new Generation.Identity(Generation.Identity.Mode.ALWAYS));
    }

    @Test
    void nullability_is_open_until_somebody_decides() {
        assertThat(integer().definition().nullable()).isEmpty();
        assertThat(integer().notNull().definition().nullable()).isEqualTo(Optional.of(false));
        assertThat(integer().nullable().definition().nullable()).isEqualTo(Optional.of(true));
    }

    private static Generation generation(Attribute<?> attribute) {
        return attribute.definition().generation();
    }
}
