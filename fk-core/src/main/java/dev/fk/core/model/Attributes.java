package dev.fk.core.model;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.DataType.Approximate;
import dev.fk.core.schema.DataType.LobSize;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The types of Sequelize as attributes, to be imported statically. */
@API(status = Status.EXPERIMENTAL)
public final class Attributes {
    /** Sequelize's length of a {@code STRING} or {@code CHAR} that gives none. */
    private static final int DEFAULT_LENGTH = 255;

    private Attributes() {}

    public static IntegerAttribute tinyInteger() {
        return whole(DataType.Int.Size.TINY);
    }

    public static IntegerAttribute smallInteger() {
        return whole(DataType.Int.Size.SMALL);
    }

    /** Three bytes, MySQL family only. */
    public static IntegerAttribute mediumInteger() {
        return whole(DataType.Int.Size.MEDIUM);
    }

    public static IntegerAttribute integer() {
        return whole(DataType.Int.Size.REGULAR);
    }

    public static IntegerAttribute bigInteger() {
        return whole(DataType.Int.Size.BIG);
    }

    public static NumberAttribute decimal() {
        return number(new DataType.Decimal(OptionalInt.empty(), OptionalInt.empty()));
    }

    public static NumberAttribute decimal(int precision) {
        return number(new DataType.Decimal(OptionalInt.of(precision), OptionalInt.empty()));
    }

    public static NumberAttribute decimal(int precision, int scale) {
        return number(new DataType.Decimal(OptionalInt.of(precision), OptionalInt.of(scale)));
    }

    /** {@code FLOAT}. */
    public static NumberAttribute floating() {
        return number(new Approximate(Approximate.Kind.FLOAT));
    }

    /** {@code FLOAT(precision)}; how many digits are kept is the server's business. */
    public static NumberAttribute floating(int precision) {
        return number(approximate(Approximate.Kind.FLOAT, OptionalInt.of(precision), OptionalInt.empty()));
    }

    /** {@code FLOAT(precision, scale)}, MySQL family only. */
    public static NumberAttribute floating(int precision, int scale) {
        return number(approximate(Approximate.Kind.FLOAT, OptionalInt.of(precision), OptionalInt.of(scale)));
    }

    public static NumberAttribute real() {
        return number(new Approximate(Approximate.Kind.REAL));
    }

    public static NumberAttribute doublePrecision() {
        return number(new Approximate(Approximate.Kind.DOUBLE));
    }

    public static PlainAttribute bool() {
        return typed(new DataType.Bool());
    }

    /** {@code VARCHAR(255)}. */
    public static StringAttribute string() {
        return string(DEFAULT_LENGTH);
    }

    public static StringAttribute string(int length) {
        return text(new DataType.Varchar(length));
    }

    /** {@code VARCHAR} without a length, as PostgreSQL has it; on the MySQL family {@code VARCHAR(255)}. */
    public static StringAttribute stringOfAnyLength() {
        return text(new DataType.Varchar(OptionalInt.empty(), false));
    }

    /**
     * Sequelize's {@code STRING.BINARY}: a string compared by its bytes on the MySQL family, bytes on PostgreSQL.
     */
    public static StringAttribute binaryString(int length) {
        return text(new DataType.Varchar(OptionalInt.of(length), true));
    }

    /** {@code CHAR(255)}. */
    public static StringAttribute character() {
        return character(DEFAULT_LENGTH);
    }

    public static StringAttribute character(int length) {
        return text(new DataType.Char(length, false));
    }

    public static StringAttribute text() {
        return text(LobSize.REGULAR);
    }

    /** The size counts on the MySQL family only. */
    public static StringAttribute text(LobSize size) {
        Given.all(size);
        return text(new DataType.Text(size));
    }

    public static PlainAttribute blob() {
        return blob(LobSize.REGULAR);
    }

    /** The size counts on the MySQL family only. */
    public static PlainAttribute blob(LobSize size) {
        Given.all(size);
        return typed(new DataType.Blob(size));
    }

    /** So many bytes: {@code BINARY(20)}; on PostgreSQL {@code BYTEA}. */
    public static PlainAttribute binary(int length) {
        return typed(new DataType.Binary(length));
    }

    /** At most so many bytes: {@code VARBINARY(20)}; on PostgreSQL {@code BYTEA}. */
    public static PlainAttribute varbinary(int length) {
        return typed(new DataType.Varbinary(length));
    }

    /** Sequelize's {@code DATE}: {@code TIMESTAMP WITH TIME ZONE} on PostgreSQL, {@code DATETIME} on the MySQL family. */
    public static PlainAttribute dateTime() {
        return typed(new DataType.DateTime(OptionalInt.empty()));
    }

    /** With so many digits of a second. */
    public static PlainAttribute dateTime(int precision) {
        return typed(new DataType.DateTime(OptionalInt.of(precision)));
    }

    /** Day and time as a clock on the wall shows them: {@code TIMESTAMP} on PostgreSQL, {@code DATETIME} on the MySQL family. */
    public static PlainAttribute localDateTime() {
        return typed(new DataType.Timestamp(OptionalInt.empty(), false));
    }

    /** With so many digits of a second. */
    public static PlainAttribute localDateTime(int precision) {
        return typed(new DataType.Timestamp(OptionalInt.of(precision), false));
    }

    /** A moment: {@code TIMESTAMP WITH TIME ZONE} on PostgreSQL, {@code TIMESTAMP} on the MySQL family. */
    public static PlainAttribute instant() {
        return typed(new DataType.Timestamp(OptionalInt.empty(), true));
    }

    /** With so many digits of a second. */
    public static PlainAttribute instant(int precision) {
        return typed(new DataType.Timestamp(OptionalInt.of(precision), true));
    }

    /** Sequelize's {@code DATEONLY}. */
    public static PlainAttribute date() {
        return typed(new DataType.Date());
    }

    public static PlainAttribute time() {
        return typed(new DataType.Time(OptionalInt.empty(), false));
    }

    public static PlainAttribute time(int precision) {
        return typed(new DataType.Time(OptionalInt.of(precision), false));
    }

    public static PlainAttribute uuid() {
        return typed(new DataType.Uuid());
    }

    public static PlainAttribute json() {
        return typed(new DataType.Json(false));
    }

    public static PlainAttribute jsonb() {
        return typed(new DataType.Json(true));
    }

    /**
     * One of these labels, in this order. On PostgreSQL their type is called {@code enum_<table>_<column>} where it is created,
     * as Sequelize calls it; one that is there may be called anything.
     */
    public static StringAttribute enumOf(String... labels) {
        return text(new DataType.EnumType(Given.names(labels)));
    }

    /** PostgreSQL only. */
    public static PlainAttribute array(Attribute<?> element) {
        Given.all(element);
        return typed(new DataType.Array(element.definition().type()));
    }

    /** Any other type, as SQL has it: {@code typed("int4range")}. */
    public static PlainAttribute typed(String sql) {
        Given.all(sql);
        return typed(new DataType.Other(sql));
    }

    /** A type that somebody has made, such as a domain (PostgreSQL): {@code typed(QualifiedName.of("year"))}. */
    public static PlainAttribute typed(QualifiedName type) {
        Given.all(type);
        return typed(new DataType.Named(type));
    }

    /** Any other type. */
    public static PlainAttribute typed(DataType type) {
        Given.all(type);
        return new PlainAttribute(AttributeDefinition.of(type));
    }

    /** Any other type of text, in a collation: {@code collated(new DataType.Other("set('x', 'y')"), "utf8mb4_bin")}. */
    public static StringAttribute collated(DataType type, String collation) {
        Given.all(type, collation);
        return text(type).collate(collation);
    }

    /** Any other type that counts up: a domain over a whole number (PostgreSQL), for example. */
    public static PlainAttribute counted(DataType type) {
        Given.all(type);
        return new PlainAttribute(AttributeDefinition.of(type).withGeneration(Generation.autoIncrement()));
    }

    private static IntegerAttribute whole(DataType.Int.Size size) {
        return new IntegerAttribute(AttributeDefinition.of(new DataType.Int(size)));
    }

    private static NumberAttribute number(DataType type) {
        return new NumberAttribute(AttributeDefinition.of(type));
    }

    private static StringAttribute text(DataType type) {
        return new StringAttribute(AttributeDefinition.of(type));
    }

    private static Approximate approximate(Approximate.Kind kind, OptionalInt precision, OptionalInt scale) {
        return new Approximate(kind, precision, scale, false, false);
    }
}
