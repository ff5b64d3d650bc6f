package dev.fk.core.model;

import dev.fk.core.schema.Options;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Builds a model inside {@code models.model(name, m -> …)}. Not thread-safe, of no use outside that lambda. */
@API(status = Status.EXPERIMENTAL)
public final class ModelSpec {
    final List<Declared<NamedAttribute>> attributes = new ArrayList<>();
    final List<Declared<String>> removed = new ArrayList<>();
    final List<Declared<IndexSpec>> indexes = new ArrayList<>();
    final List<Declared<UniqueSpec>> uniques = new ArrayList<>();
    final List<Declared<CheckSpec>> checks = new ArrayList<>();
    /** Renamed timestamps; an empty name removes one. */
    final Map<Timestamp, Declared<Optional<String>>> timestampNames = new LinkedHashMap<>();

    Optional<String> tableName = Optional.empty();
    Optional<String> schema = Optional.empty();
    Optional<String> singular = Optional.empty();
    Optional<String> plural = Optional.empty();
    Optional<String> version = Optional.empty();
    Optional<String> comment = Optional.empty();
    Optional<Boolean> freezeTableName = Optional.empty();
    Optional<Boolean> underscored = Optional.empty();
    Optional<Declared<Boolean>> timestamps = Optional.empty();
    Optional<Declared<Boolean>> paranoid = Optional.empty();
    Optional<String> primaryKeyName = Optional.empty();
    boolean noPrimaryKey;
    Options options = Options.none();

    ModelSpec() {}

    record NamedAttribute(String name, AttributeDefinition definition) {}

    record CheckSpec(Optional<String> name, String sql) {}

    enum Timestamp {
        CREATED_AT("createdAt"),
        UPDATED_AT("updatedAt"),
        DELETED_AT("deletedAt");

        final String attribute;

        Timestamp(String attribute) {
            this.attribute = attribute;
        }
    }

    /** Adds an attribute; its column follows those that were added before. */
    public ModelSpec attribute(String name, Attribute<?> attribute) {
        Given.all(name, attribute);
        return attribute(name, attribute, DeclarationSite.here());
    }

    ModelSpec attribute(String name, Attribute<?> attribute, DeclarationSite site) {
        attributes.add(new Declared<>(new NamedAttribute(name, attribute.definition()), site));
        return this;
    }

    /** The table's name as it is, whatever the conventions say. */
    public ModelSpec tableName(String name) {
        Given.all(name);
        tableName = Optional.of(name);
        return this;
    }

    /** The table is called as the model, not in the plural. */
    public ModelSpec freezeTableName() {
        freezeTableName = Optional.of(true);
        return this;
    }

    /** The table is called as the plural of the model, whatever the conventions say. */
    public ModelSpec pluralTableName() {
        freezeTableName = Optional.of(false);
        return this;
    }

    /** Table and columns in {@code snake_case}, unless they were named. */
    public ModelSpec underscored() {
        return underscored(true);
    }

    public ModelSpec underscored(boolean yes) {
        underscored = Optional.of(yes);
        return this;
    }

    /** No {@code createdAt} and {@code updatedAt} but those that are declared. */
    public ModelSpec noTimestamps() {
        timestamps = Optional.of(Declared.here(false));
        return this;
    }

    /** {@code createdAt} and {@code updatedAt}, whatever the conventions say. */
    public ModelSpec timestamps() {
        timestamps = Optional.of(Declared.here(true));
        return this;
    }

    /** Another name for the attribute {@code createdAt}. */
    public ModelSpec createdAt(String attribute) {
        Given.all(attribute);
        return timestamp(Timestamp.CREATED_AT, Optional.of(attribute));
    }

    public ModelSpec withoutCreatedAt() {
        return timestamp(Timestamp.CREATED_AT, Optional.empty());
    }

    /** Another name for the attribute {@code updatedAt}. */
    public ModelSpec updatedAt(String attribute) {
        Given.all(attribute);
        return timestamp(Timestamp.UPDATED_AT, Optional.of(attribute));
    }

    public ModelSpec withoutUpdatedAt() {
        return timestamp(Timestamp.UPDATED_AT, Optional.empty());
    }

    /** Rows are marked as deleted in a nullable {@code deletedAt}. It is a timestamp, so a model without has none. */
    public ModelSpec paranoid() {
        paranoid = Optional.of(Declared.here(true));
        return this;
    }

    /** {@link #paranoid()} with another name for the attribute {@code deletedAt}. */
    public ModelSpec paranoid(String deletedAt) {
        Given.all(deletedAt);
        return paranoid().timestamp(Timestamp.DELETED_AT, Optional.of(deletedAt));
    }

    /** Rows are deleted, whatever the conventions say. */
    public ModelSpec notParanoid() {
        paranoid = Optional.of(Declared.here(false));
        return this;
    }

    private ModelSpec timestamp(Timestamp which, Optional<String> attribute) {
        timestampNames.put(which, Declared.here(attribute));
        return this;
    }

    /** Adds {@code version INTEGER NOT NULL DEFAULT 0}, the counter of optimistic locking. */
    public ModelSpec version() {
        return version("version");
    }

    public ModelSpec version(String attribute) {
        Given.all(attribute);
        version = Optional.of(attribute);
        return this;
    }

    /** The table lives in this schema (PostgreSQL) or database (MySQL family), which has to be there. */
    public ModelSpec schema(String name) {
        Given.all(name);
        schema = Optional.of(name);
        return this;
    }

    /** What associations call the model: {@code name("Kunde", "Kunden")}. The table's name does not depend on it. */
    public ModelSpec name(String singularName, String pluralName) {
        Given.all(singularName, pluralName);
        singular = Optional.of(singularName);
        plural = Optional.of(pluralName);
        return this;
    }

    public ModelSpec comment(String text) {
        Given.all(text);
        comment = Optional.of(text);
        return this;
    }

    /** The storage engine (MySQL family). */
    public ModelSpec engine(String name) {
        Given.all(name);
        return option("engine", name);
    }

    /** The default character set of the table (MySQL family). */
    public ModelSpec charset(String name) {
        Given.all(name);
        return option("charset", name);
    }

    /** The default collation of the table (MySQL family). */
    public ModelSpec collate(String name) {
        Given.all(name);
        return option("collate", name);
    }

    /** Any other option of {@code CREATE TABLE} that one server knows: {@code option("row_format", "DYNAMIC")}. */
    public ModelSpec option(String key, String value) {
        Given.all(key, value);
        options = options.with(key, value);
        return this;
    }

    /** An index over these attributes (or columns), named as Sequelize names it. */
    public ModelSpec index(String... attributeNames) {
        return index(i -> i.on(attributeNames));
    }

    /** A unique index over these attributes (or columns). */
    public ModelSpec uniqueIndex(String... attributeNames) {
        return index(i -> i.on(attributeNames).unique());
    }

    /** Any other index: {@code index(i -> i.named("ix_open").on("state").where("state > 1"))}. */
    public ModelSpec index(Consumer<IndexSpec> details) {
        Given.all(details);
        IndexSpec index = new IndexSpec();
        details.accept(index);
        indexes.add(Declared.here(index));
        return this;
    }

    /** A unique constraint over these attributes (or columns); the server names it. */
    public ModelSpec unique(String... attributeNames) {
        return unique(u -> u.on(attributeNames));
    }

    /** Any other unique constraint: {@code unique(u -> u.named("uk_seat").on("row", "no"))}. */
    public ModelSpec unique(Consumer<UniqueSpec> details) {
        Given.all(details);
        UniqueSpec unique = new UniqueSpec();
        details.accept(unique);
        uniques.add(Declared.here(unique));
        return this;
    }

    /** A check constraint. */
    public ModelSpec check(String name, String sql) {
        Given.all(name, sql);
        checks.add(Declared.here(new CheckSpec(Optional.of(name), sql)));
        return this;
    }

    /** A check constraint that the server, or the conventions, name. */
    public ModelSpec check(String sql) {
        Given.all(sql);
        checks.add(Declared.here(new CheckSpec(Optional.empty(), sql)));
        return this;
    }

    /** Takes an attribute back, such as the {@code id} that every model without primary key gets. */
    public ModelSpec removeAttribute(String name) {
        removed.add(Declared.here(name));
        return this;
    }

    /** The name of the constraint (PostgreSQL), which otherwise the server or the conventions choose. */
    public ModelSpec primaryKeyName(String constraint) {
        Given.all(constraint);
        primaryKeyName = Optional.of(constraint);
        return this;
    }

    /** No {@code id} is added to a model that declares no primary key. */
    public ModelSpec noPrimaryKey() {
        noPrimaryKey = true;
        return this;
    }
}
