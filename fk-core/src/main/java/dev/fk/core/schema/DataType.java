package dev.fk.core.schema;

import java.util.List;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The type of a column in terms every server shares. A canonicalizer maps a declared type to the one a server really
 * has ({@code Bool} to {@code tinyint(1)} on MySQL); what is beyond these kinds is kept as {@link Other}.
 */
@API(status = Status.EXPERIMENTAL)
public sealed interface DataType {
    <R> R accept(Visitor<R> visitor);

    /** For people, in words every server's users read: {@code VARCHAR(45)}, {@code ENUM('a', 'b')}. */
    default String describe() {
        return accept(TypeText.INSTANCE);
    }

    /** Whether it holds characters of any kind and number, which can be collated. */
    default boolean isText() {
        return this instanceof Varchar || this instanceof Char || this instanceof Text;
    }

    /** Whether what is said of a column's values beside the type holds for the other as well: of the same type, or text too. */
    default boolean isKindOf(DataType other) {
        return equals(other) || (isText() && other.isText());
    }

    /** A whole number. */
    record Int(Size size, boolean unsigned, boolean zerofill) implements DataType {
        /** How much a number takes. */
        public enum Size {
            TINY(1),
            SMALL(2),
            MEDIUM(3),
            REGULAR(4),
            BIG(8);

            private final int bytes;

            Size(int bytes) {
                this.bytes = bytes;
            }

            public int bytes() {
                return bytes;
            }
        }

        public Int(Size size) {
            this(size, false, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.integer(this);
        }
    }

    /** An exact decimal number; precision and scale count decimal digits, absent means the server's default. */
    record Decimal(OptionalInt precision, OptionalInt scale, boolean unsigned, boolean zerofill) implements DataType {
        public Decimal(OptionalInt precision, OptionalInt scale) {
            this(precision, scale, false, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.decimal(this);
        }
    }

    /** An approximate number: {@code FLOAT(p, s)}, {@code REAL}, {@code DOUBLE PRECISION}. */
    record Approximate(Kind kind, OptionalInt precision, OptionalInt scale, boolean unsigned, boolean zerofill)
            implements DataType {
        /** The SQL keyword; what it means differs by server ({@code REAL} is 8 bytes on MySQL, 4 on PostgreSQL). */
        public enum Kind {
            FLOAT,
            REAL,
            DOUBLE
        }

        public Approximate(Kind kind) {
            this(kind, OptionalInt.empty(), OptionalInt.empty(), false, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.approximate(this);
        }
    }

    /** A truth value. */
    record Bool() implements DataType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bool(this);
        }
    }

    /** A string of fixed length in characters. */
    record Char(int length, boolean binary) implements DataType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.character(this);
        }
    }

    /** A string of at most so many characters; without a length, as long as the server allows (PostgreSQL). */
    record Varchar(OptionalInt length, boolean binary) implements DataType {
        public Varchar(int length) {
            this(OptionalInt.of(length), false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.varchar(this);
        }
    }

    /** A long string. */
    record Text(LobSize size) implements DataType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /** A fixed number of bytes. */
    record Binary(int length) implements DataType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** At most so many bytes. */
    record Varbinary(int length) implements DataType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.varbinary(this);
        }
    }

    /** Many bytes. */
    record Blob(LobSize size) implements DataType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.blob(this);
        }
    }

    /** The MySQL family's four sizes of TEXT and BLOB (2^8, 2^16, 2^24, 2^32 bytes); others have one. */
    enum LobSize {
        TINY,
        REGULAR,
        MEDIUM,
        LONG
    }

    /** A day. */
    record Date() implements DataType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.date(this);
        }
    }

    /** A time of day; the precision counts digits of a second. */
    record Time(OptionalInt precision, boolean withTimeZone) implements DataType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.time(this);
        }
    }

    /**
     * Sequelize's {@code DATE}: a point in time in the form usual on a server, {@code timestamptz} on PostgreSQL and
     * {@code datetime} on the MySQL family. A canonicalizer turns it into {@link Timestamp}.
     */
    record DateTime(OptionalInt precision) implements DataType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dateTime(this);
        }
    }

    /** {@code TIMESTAMP}; on the MySQL family {@code datetime} without and {@code timestamp} with time zone. */
    record Timestamp(OptionalInt precision, boolean withTimeZone) implements DataType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.timestamp(this);
        }
    }

    /** A universally unique identifier (RFC 9562). */
    record Uuid() implements DataType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.uuid(this);
        }
    }

    /** A JSON document; binary is PostgreSQL's {@code jsonb}. */
    record Json(boolean binary) implements DataType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.json(this);
        }
    }

    /** One of a list of labels, declared where the column is (the MySQL family's {@code ENUM}). */
    record EnumType(List<String> labels) implements DataType {
        public EnumType {
            labels = List.copyOf(labels);
            if (labels.isEmpty()) {
                throw new IllegalArgumentException("An enum needs at least one label.");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.enumType(this);
        }
    }

    /** A type that has a name in the catalog: an {@link EnumDefinition}, a domain, a composite type. */
    record Named(QualifiedName name) implements DataType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.named(this);
        }
    }

    /** PostgreSQL's array of another type; the number of dimensions is not part of the type. */
    record Array(DataType element) implements DataType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.array(this);
        }
    }

    /** A type that only one server knows, as that server writes it: {@code tsvector}, {@code point}. */
    record Other(String sql) implements DataType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.other(this);
        }
    }

    /** One method per kind, so that a new kind does not compile until every dialect has answered for it. */
    interface Visitor<R> {
        R integer(Int type);

        R decimal(Decimal type);

        R approximate(Approximate type);

        R bool(Bool type);

        R character(Char type);

        R varchar(Varchar type);

        R text(Text type);

        R binary(Binary type);

        R varbinary(Varbinary type);

        R blob(Blob type);

        R date(Date type);

        R time(Time type);

        R dateTime(DateTime type);

        R timestamp(Timestamp type);

        R uuid(Uuid type);

        R json(Json type);

        R enumType(EnumType type);

        R named(Named type);

        R array(Array type);

        R other(Other type);
    }
}
