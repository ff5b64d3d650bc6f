package dev.fk.core.conformance;

import static dev.fk.core.model.Attributes.array;
import static dev.fk.core.model.Attributes.bigInteger;
import static dev.fk.core.model.Attributes.binaryString;
import static dev.fk.core.model.Attributes.blob;
import static dev.fk.core.model.Attributes.bool;
import static dev.fk.core.model.Attributes.character;
import static dev.fk.core.model.Attributes.date;
import static dev.fk.core.model.Attributes.dateTime;
import static dev.fk.core.model.Attributes.decimal;
import static dev.fk.core.model.Attributes.doublePrecision;
import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.floating;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.json;
import static dev.fk.core.model.Attributes.jsonb;
import static dev.fk.core.model.Attributes.mediumInteger;
import static dev.fk.core.model.Attributes.real;
import static dev.fk.core.model.Attributes.smallInteger;
import static dev.fk.core.model.Attributes.text;
import static dev.fk.core.model.Attributes.time;
import static dev.fk.core.model.Attributes.tinyInteger;
import static dev.fk.core.model.Attributes.typed;
import static dev.fk.core.model.Attributes.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fk.core.model.Attribute;
import dev.fk.core.model.IntegerAttribute;
import dev.fk.core.model.NumberAttribute;
import dev.fk.core.schema.DataType;
import java.util.Locale;
import java.util.Map;

/** Sequelize's DataTypes in our factories. */
final class CaseTypes {
    private static final Map<String, String> RANGES = Map.of(
            "INTEGER", "int4range",
            "BIGINT", "int8range",
            "DECIMAL", "numrange",
            "DATE", "tstzrange",
            "DATEONLY", "daterange");

    private CaseTypes() {}

    static Attribute<?> attribute(JsonNode type) {
        String name = type.isTextual() ? type.asText() : type.path("name").asText();
        return switch (name) {
            case "STRING" -> string(type);
            case "CHAR" -> character(type.path("length").asInt(255));
            case "TEXT" -> text(size(type));
            case "TINYINT" -> whole(tinyInteger(), type);
            case "SMALLINT" -> whole(smallInteger(), type);
            case "MEDIUMINT" -> whole(mediumInteger(), type);
            case "INTEGER" -> whole(integer(), type);
            case "BIGINT" -> whole(bigInteger(), type);
            case "FLOAT" -> number(floatingOf(type), type);
            case "REAL" -> number(real(), type);
            case "DOUBLE", "DOUBLE PRECISION" -> number(doublePrecision(), type);
            case "DECIMAL" -> number(decimalOf(type), type);
            case "BOOLEAN" -> bool();
            case "DATE" -> type.has("length") ? dateTime(type.path("length").asInt()) : dateTime();
            case "DATEONLY" -> date();
            case "TIME" -> time();
            case "UUID" -> uuid();
            case "JSON" -> json();
            case "JSONB" -> jsonb();
            case "BLOB" -> blob(size(type));
            case "ENUM" ->
                enumOf(Case.elements(type.path("values")).map(JsonNode::asText).toArray(String[]::new));
            case "ARRAY" -> array(attribute(type.path("of")));
            case "RANGE" -> typed(new DataType.Other(RANGES.get(rangeOf(type.path("subtype")))));
            case "GEOMETRY" -> typed(new DataType.Other(type.path("geometry").asText("GEOMETRY")));
            default -> typed(new DataType.Other(name));
        };
    }

    private static String rangeOf(JsonNode subtype) {
        return subtype.isTextual() ? subtype.asText() : subtype.path("name").asText("INTEGER");
    }

    private static Attribute<?> string(JsonNode type) {
        int length = type.path("length").asInt(255);
        return type.path("binary").asBoolean() ? binaryString(length) : dev.fk.core.model.Attributes.string(length);
    }

    private static DataType.LobSize size(JsonNode type) {
        String length = type.path("length").asText("");
        return length.isEmpty() ? DataType.LobSize.REGULAR : DataType.LobSize.valueOf(length.toUpperCase(Locale.ROOT));
    }

    private static IntegerAttribute whole(IntegerAttribute attribute, JsonNode type) {
        IntegerAttribute result = type.path("unsigned").asBoolean() ? attribute.unsigned() : attribute;
        return type.path("zerofill").asBoolean() ? result.zerofill() : result;
    }

    private static NumberAttribute number(NumberAttribute attribute, JsonNode type) {
        NumberAttribute result = type.path("unsigned").asBoolean() ? attribute.unsigned() : attribute;
        return type.path("zerofill").asBoolean() ? result.zerofill() : result;
    }

    private static NumberAttribute floatingOf(JsonNode type) {
        int length = type.path("length").asInt(0);
        return type.has("decimals")
                ? floating(length, type.path("decimals").asInt())
                : length > 0 ? floating(length) : floating();
    }

    private static NumberAttribute decimalOf(JsonNode type) {
        int precision = type.path("precision").asInt(0);
        return type.has("scale")
                ? decimal(precision, type.path("scale").asInt())
                : precision > 0 ? decimal(precision) : decimal();
    }
}
