package dev.fk.core.model;

import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.model.annotation.AutoIncrement;
import dev.fk.core.model.annotation.BelongsTo;
import dev.fk.core.model.annotation.BelongsToMany;
import dev.fk.core.model.annotation.Check;
import dev.fk.core.model.annotation.Column;
import dev.fk.core.model.annotation.GeneratedAs;
import dev.fk.core.model.annotation.HasMany;
import dev.fk.core.model.annotation.HasOne;
import dev.fk.core.model.annotation.Id;
import dev.fk.core.model.annotation.Index;
import dev.fk.core.model.annotation.Nullable;
import dev.fk.core.model.annotation.OneOf;
import dev.fk.core.model.annotation.Table;
import dev.fk.core.model.annotation.Text;
import dev.fk.core.model.annotation.Transient;
import dev.fk.core.model.annotation.Unique;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Generation.Computed.Storage;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordModelsTest {
    @Table("participant")
    record Participant(
            @Id @AutoIncrement int no,
            @Column(length = 45) String role,
            @OneOf({"true", "false"}) String status,
            LocalDateTime createdAt,
            LocalDateTime lastReadAt,
            @HasMany(foreignKey = "participantNo") List<Chat> chats) {}

    @Table("chat")
    record Chat(
            @Id @AutoIncrement int no,
            @Column(length = 45) String type,
            @Text String contents,
            int read,
            @BelongsTo(foreignKey = "participantNo", onDelete = CASCADE) Participant participant) {}

    @Test
    void records_make_the_same_schema_as_lambdas() {
        Models lambdas = Models.define(models -> {
            var participant = models.model("Participant", m -> m.tableName("participant")
                    .attribute("no", Attributes.integer().primaryKey().autoIncrement())
                    .attribute("role", Attributes.string(45).notNull())
                    .attribute("status", Attributes.enumOf("true", "false").notNull())
                    .attribute("createdAt", Attributes.dateTime().notNull())
                    .attribute("lastReadAt", Attributes.dateTime().notNull())
                    .noTimestamps());
            var chat = models.model("Chat", m -> m.tableName("chat")
                    .attribute("no", Attributes.integer().primaryKey().autoIncrement())
                    .attribute("type", Attributes.string(45).notNull())
                    .attribute("contents", Attributes.text().notNull())
                    .attribute("read", Attributes.integer().notNull())
                    .noTimestamps());
            participant.hasMany(chat, a -> a.foreignKey("participantNo"));
            chat.belongsTo(participant, a -> a.foreignKey("participantNo", key -> key.notNull())
                    .onDelete(CASCADE));
        });

        assertThat(Models.of(Participant.class, Chat.class).schema()).isEqualTo(lambdas.schema());
    }

    @Table("people")
    @Index(
            value = {"born", "name"},
            name = "ix_people")
    @Check(name = "ck_people", value = "height > 0")
    record Person(
            @Id UUID id,
            @Unique String name,
            Optional<LocalDate> born,
            @org.jspecify.annotations.Nullable @Column(precision = 5, scale = 2) BigDecimal height,
            @Column(name = "e_mail", type = "citext") String eMail,
            Mood mood,
            @Transient Object helper,
            @BelongsTo Optional<Person> mother,
            @HasOne(foreignKey = "ownerId", unique = true) Passport passport,
            @BelongsToMany(through = "friends", otherKey = "friendId") List<Person> friends) {
        enum Mood {
            GOOD,
            BAD
        }
    }

    record Passport(@Id long no, @BelongsTo(onDelete = SET_NULL) @org.jspecify.annotations.Nullable Person owner) {}

    @Test
    void java_types_and_annotations_become_columns_and_constraints() {
        dev.fk.core.schema.Schema schema =
                Models.of(Person.class, Passport.class).schema();
        dev.fk.core.schema.Table people = schema.table("people").orElseThrow();

        assertThat(people.columns().stream()
                        .map(c -> c.name() + " " + c.type().describe() + (c.nullable() ? "" : " NOT NULL")))
                .containsExactly(
                        "id UUID NOT NULL",
                        "name VARCHAR(255) NOT NULL",
                        "born DATE",
                        "height DECIMAL(5, 2)",
                        "e_mail citext NOT NULL",
                        "mood ENUM('GOOD', 'BAD') NOT NULL",
                        "motherId UUID");
        assertThat(people.uniqueKeys()).singleElement().satisfies(u -> assertThat(u.columns())
                .containsExactly("name"));
        assertThat(people.indexes()).singleElement().satisfies(i -> assertThat(i.leadingColumns())
                .containsExactly("born", "name"));
        assertThat(people.checks()).singleElement().satisfies(c -> assertThat(c.name())
                .hasValue("ck_people"));
        assertThat(people.foreignKeys().stream().map(ForeignKey::key))
                .extracting(Object::toString)
                .containsExactly("(motherId) REFERENCES people (id)");

        dev.fk.core.schema.Table passports = schema.table("Passports").orElseThrow();
        assertThat(passports.foreignKeysOn(List.of("ownerId"))).singleElement().satisfies(f -> assertThat(f.onDelete())
                .isEqualTo(SET_NULL));
        assertThat(passports.isUnique(List.of("ownerId"))).isTrue();

        dev.fk.core.schema.Table friends = schema.table("friends").orElseThrow();
        assertThat(friends.columnNames()).containsExactly("PersonId", "friendId");
        assertThat(friends.foreignKeys()).hasSize(2);
    }

    record Author(@Id int id, @HasMany List<Book> books) {}

    record Book(@Id int id, @BelongsTo Author writer) {}

    @Test
    void the_side_without_a_foreign_key_takes_that_of_the_other() {
        dev.fk.core.schema.Table books =
                Models.of(Author.class, Book.class).schema().table("Books").orElseThrow();
        assertThat(books.columnNames()).containsExactly("id", "writerId");
        assertThat(books.foreignKeys()).hasSize(1);
    }

    record Region(
            @Id int id,
            @Unique("u") int country,
            @Unique("u") int code,
            @Unique String name,
            @HasMany List<City> cities,
            @HasOne Flag flag) {}

    record City(@Id int id, @BelongsTo(targetKey = {"country", "code"}) Region region) {}

    record Flag(@Id int id, @BelongsTo(targetKey = "name", onDelete = CASCADE) Region region) {}

    @Test
    void the_side_without_a_foreign_key_references_what_the_other_does() {
        for (Conventions conventions : List.of(Conventions.sequelize6(), Conventions.sequelize7())) {
            dev.fk.core.schema.Schema schema =
                    Models.of(conventions, Region.class, City.class, Flag.class).schema();
            assertThat(schema.table("Cities").orElseThrow().foreignKeys())
                    .extracting(f -> f.key().toString())
                    .containsExactly("(regionCountry, regionCode) REFERENCES Regions (country, code)");
            assertThat(schema.table("Flags").orElseThrow().foreignKeys())
                    .extracting(f -> f.referencedColumns() + " " + f.onDelete())
                    .containsExactly("[name] CASCADE");
        }
    }

    record Editor(@Id int id, @HasMany List<Essay> texts, @HasMany(foreignKey = "readerId") List<Essay> reads) {}

    record Essay(@Id int id, @BelongsTo Editor writer, @BelongsTo(foreignKey = "readerId") Editor reader) {}

    @Test
    void the_side_of_two_associations_has_to_say_which() {
        assertThatThrownBy(() -> Models.of(Editor.class, Essay.class))
                .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.problems())
                        .containsExactly("Editor.texts can be the other side of Essay.writer or of Essay.reader. Say"
                                + " which: foreignKey = \"writerId\" or foreignKey = \"readerId\"."));
    }

    record Numbered(@Id @AutoIncrement(always = true) int no) {}

    record AsUsual(@Id @AutoIncrement(identity = true) int no) {}

    @Test
    void counters_say_whether_an_insert_may_give_a_value() {
        assertThat(counters(Numbered.class)).containsExactly(new Generation.Identity(Generation.Identity.Mode.ALWAYS));
        assertThat(counters(AsUsual.class))
                .containsExactly(new Generation.Identity(Generation.Identity.Mode.BY_DEFAULT));
    }

    private static Stream<Generation> counters(Class<? extends Record> model) {
        return Models.of(model).schema().tables().values().stream()
                .flatMap(t -> t.column("no").stream())
                .map(dev.fk.core.schema.Column::generation);
    }

    @Table("owners")
    record OnComponents(
            @Id @AutoIncrement int no,
            @Unique @Column(name = "e_mail", length = 45) String mail,
            @Nullable @Text String note,
            @OneOf({"new", "old"}) String state,
            @Transient Object helper,
            @HasMany List<PetOnComponents> pets) {}

    @Table("pets")
    record PetOnComponents(
            @Id long id, @Unique("u") int chip, @Unique("u") @BelongsTo(onDelete = CASCADE) OnComponents owner) {}

    /** As Kotlin compiles a {@code @JvmRecord data class}. */
    @Table("owners")
    record OnParameters(int no, String mail, String note, String state, Object helper, List<PetOnParameters> pets) {
        OnParameters(
                @Id @AutoIncrement int no,
                @Unique @Column(name = "e_mail", length = 45) String mail,
                @Nullable @Text String note,
                @OneOf({"new", "old"}) String state,
                @Transient Object helper,
                @HasMany List<PetOnParameters> pets) {
            this.no = no;
            this.mail = mail;
            this.note = note;
            this.state = state;
            this.helper = helper;
            this.pets = pets;
        }
    }

    @Table("pets")
    record PetOnParameters(long id, int chip, OnParameters owner) {
        PetOnParameters(
                @Id long id, @Unique("u") int chip, @Unique("u") @BelongsTo(onDelete = CASCADE) OnParameters owner) {
            this.id = id;
            this.chip = chip;
            this.owner = owner;
        }

        PetOnParameters(@AutoIncrement long id, OnParameters owner, @Transient int chip) {
            this(id, chip, owner);
        }
    }

    @Test
    void annotations_on_parameters_of_the_canonical_constructor_count_as_on_components() {
        assertThat(OnParameters.class.getRecordComponents())
                .allSatisfy(c -> assertThat(c.getAnnotations()).isEmpty());
        dev.fk.core.schema.Schema schema =
                Models.of(OnParameters.class, PetOnParameters.class).schema();
        assertThat(schema)
                .isEqualTo(Models.of(OnComponents.class, PetOnComponents.class).schema());
        dev.fk.core.schema.Table owners = schema.table("owners").orElseThrow();
        assertThat(owners.columns())
                .extracting(c -> c.name() + (c.nullable() ? "" : " NOT NULL"))
                .containsExactly("no NOT NULL", "e_mail NOT NULL", "note", "state NOT NULL");
        assertThat(owners.uniqueKeys()).hasSize(1);
        dev.fk.core.schema.Table pets = schema.table("pets").orElseThrow();
        assertThat(pets.columnNames()).containsExactly("id", "chip", "ownerNo");
        assertThat(pets.foreignKeys()).singleElement().satisfies(f -> assertThat(f.onDelete())
                .isEqualTo(CASCADE));
    }

    record Defaulting(@Id int id, String note) {
        Defaulting(int id, @org.jspecify.annotations.Nullable String note) {
            this.id = id;
            this.note = note == null ? "" : note;
        }
    }

    @Test
    void what_a_constructor_turns_into_a_value_is_no_nullable_column() {
        dev.fk.core.schema.Table table =
                Models.of(Defaulting.class).schema().table("Defaultings").orElseThrow();
        assertThat(table.column("note"))
                .hasValueSatisfying(c -> assertThat(c.nullable()).isFalse());
    }

    /** Not there at run time: as JetBrains' before version 24, which Kotlin writes on the field of a {@code String?}. */
    private static final class OnField {
        @Retention(RetentionPolicy.CLASS)
        @Target(ElementType.FIELD)
        @interface Nullable {
            String value() default "";

            Class<?>[] because() default {};
        }
    }

    /** As JetBrains' since version 24. */
    private static final class OnType {
        @Retention(RetentionPolicy.CLASS)
        @Target(ElementType.TYPE_USE)
        @interface Nullable {}
    }

    @Retention(RetentionPolicy.CLASS)
    @interface NotNull {}

    record Hidden(
            @Id @OnField.Nullable Integer id,
            @OnField.Nullable(
                            value = "perhaps",
                            because = {String.class, long.class})
                    @NotNull
                    String note,
            @OnType.Nullable String text,
            @OnType.Nullable byte[] holdsNulls,
            byte @OnType.Nullable [] bytes,
            @NotNull String mail,
            @BelongsTo @OnField.Nullable Hidden parent) {
        static final long TWO_PLACES = 1L << 40;
        static final double AGAIN = 0.1;
    }

    @Test
    void annotations_of_the_class_file_make_nullable_columns_as_well() {
        dev.fk.core.schema.Table table =
                Models.of(Hidden.class).schema().table("Hiddens").orElseThrow();
        assertThat(table.columns())
                .extracting(c -> c.name() + (c.nullable() ? "" : " NOT NULL"))
                .containsExactly(
                        "id NOT NULL", "note", "text", "holdsNulls NOT NULL", "bytes", "mail NOT NULL", "parentId");
    }

    record Odd(@Id @AutoIncrement String id, @Column(length = 3) int n, List<String> tags, @BelongsTo Author author) {}

    @Test
    void everything_that_cannot_be_read_is_said_at_once() {
        assertThatThrownBy(() -> Models.of(Odd.class, String.class))
                .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.problems())
                        .containsExactly(
                                "@AutoIncrement on Odd.id counts whole numbers, but its type is VARCHAR(255). Make it an int"
                                        + " or a long, or remove the annotation.",
                                "@Column(length) on Odd.n means nothing for its type, int. Remove it.",
                                "Odd.tags has the Java type java.util.List<java.lang.String>, which is no column by itself."
                                        + " Annotate it with @BelongsTo, @HasMany, @HasOne or @BelongsToMany, give its SQL"
                                        + " type with @Column(type = ...), or leave it out with @Transient.",
                                "java.lang.String is not a record. Models.of(...) reads the components of records; describe"
                                        + " anything else with Models.define(...).",
                                "Odd.author refers to Author, which is not among the records of these models. Name it"
                                        + " beside Odd, in Models.of(…) or @WithSchema."));
    }

    record Line(@Id int id, int price, @GeneratedAs(value = "price * 2", storage = Storage.VIRTUAL) int twice) {}

    @Test
    void what_is_computed_from_other_components_is_a_generated_column() {
        assertThat(Models.of(Line.class).schema().table("Lines").orElseThrow().column("twice"))
                .map(c -> c.generation())
                .contains(new Generation.Computed(new Expression("price * 2"), Storage.VIRTUAL));
    }

    record Shared(
            @Id @BelongsTo Author writer,
            @Id @HasOne @Unique Author one,
            @AutoIncrement @Transient @BelongsTo Author counted,
            @Column(type = "bigint", length = 3) @BelongsTo Author sized,
            @Column(name = "c") @HasMany List<Author> many,
            @BelongsTo @HasMany List<Author> both,
            @BelongsTo List<Author> list,
            @HasMany Optional<Author> single,
            @AutoIncrement @Column(defaultExpression = "1") int no,
            @Text @OneOf("a") @Column(type = "citext") String text) {}

    @Test
    void what_means_nothing_on_a_component_is_said() {
        assertThatThrownBy(() -> Models.of(Author.class, Book.class, Shared.class))
                .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.problems())
                        .contains(
                                "Shared.no gets its values from @AutoIncrement and @Column(defaultExpression). Keep one of"
                                        + " them.",
                                "Shared.text gets its type from @Text and @OneOf and @Column(type). Keep one of them.",
                                "@Id on Shared.writer means nothing, because an association is no attribute. Declare its"
                                        + " key as a component with @Id, and name that with @BelongsTo(foreignKey = ...).",
                                "@Id on Shared.one means nothing, because an association is no attribute. Remove it.",
                                "@Unique on Shared.one means nothing beside @HasOne, which has its column in another table."
                                        + " Write @HasOne(unique = true).",
                                "@AutoIncrement on Shared.counted means nothing beside @BelongsTo. Remove one of the two.",
                                "@Transient on Shared.counted means nothing beside @BelongsTo. Remove one of the two.",
                                "@Column(length) on Shared.sized means nothing: the column has the type of what it"
                                        + " references. Remove it.",
                                "@Column on Shared.many means nothing beside @HasMany, which has its column in another"
                                        + " table. Remove it.",
                                "Shared.both is annotated with @BelongsTo and @HasMany. It is one association: keep one of"
                                        + " them.",
                                "Shared.list is a List, but @BelongsTo leads to one row. Make its type Author, or annotate it"
                                        + " with @HasMany or @BelongsToMany.",
                                "Shared.single is one Author, but @HasMany leads to many rows. Make its type List<Author>, or"
                                        + " annotate it with @BelongsTo or @HasOne."));
    }

    record License(
            @Id int authorId,
            @Column(name = "w_id", type = "bigint", defaultExpression = "7", comment = "who") @BelongsTo Author writer,
            @BelongsTo(foreignKey = "authorId") Author author) {}

    @Test
    void the_column_of_an_association_has_what_is_said_of_it() {
        dev.fk.core.schema.Table table = Models.of(Author.class, Book.class, License.class)
                .schema()
                .table("Licenses")
                .orElseThrow();

        assertThat(table.primaryKey())
                .hasValueSatisfying(key -> assertThat(key.columns()).containsExactly("authorId"));
        assertThat(table.column("w_id")).hasValueSatisfying(column -> {
            assertThat(column.type()).isEqualTo(new DataType.Other("bigint"));
            assertThat(column.generation()).isEqualTo(Generation.defaultTo("7"));
            assertThat(column.comment()).hasValue("who");
        });
        assertThat(table.foreignKeys()).hasSize(2);
    }

    record Half(@Id int id, @Nullable Integer writerId, @BelongsTo(foreignKey = "writerId") Author writer) {}

    record Whole(@Id int id, @Nullable Integer writerId, @BelongsTo(foreignKey = "writerId") Optional<Author> writer) {}

    @Test
    void a_key_and_its_association_agree_on_null() {
        assertThatThrownBy(() -> Models.of(Author.class, Book.class, Half.class))
                .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.problems())
                        .containsExactly(
                                "Foreign key Halves(writerId) is described twice and the descriptions differ: the"
                                        + " column is nullable at Half.writerId and NOT NULL at Half.writer."));
        assertThat(Models.of(Author.class, Book.class, Whole.class)
                        .schema()
                        .table("Wholes")
                        .flatMap(t -> t.column("writerId")))
                .hasValueSatisfying(c -> assertThat(c.nullable()).isTrue());
    }
}
