package dev.fk.core.model;

import dev.fk.core.schema.ReferentialAction;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What holds where a model or association says nothing. Immutable. A model's own option beats it.
 */
@API(status = Status.EXPERIMENTAL)
public final class Conventions {
    private final boolean sequelize7;
    private final boolean explicitNames;
    private final boolean underscored;
    private final boolean freezeTableName;
    private final boolean timestamps;
    private final boolean paranoid;
    private final Optional<String> schema;

    private Conventions(
            boolean sequelize7,
            boolean explicitNames,
            boolean underscored,
            boolean freezeTableName,
            boolean timestamps,
            boolean paranoid,
            Optional<String> schema) {
        this.sequelize7 = sequelize7;
        this.explicitNames = explicitNames;
        this.underscored = underscored;
        this.freezeTableName = freezeTableName;
        this.timestamps = timestamps;
        this.paranoid = paranoid;
        this.schema = schema;
    }

    /**
     * Sequelize 6: a nullable foreign key says {@code ON DELETE SET NULL}; one that is not nullable {@code CASCADE} where
     * {@code hasMany}, {@code hasOne} or {@code belongsToMany} describes it, {@code NO ACTION} where {@code belongsTo}
     * alone does. {@code ON UPDATE CASCADE} always. Servers name the constraints.
     */
    public static Conventions sequelize6() {
        return new Conventions(false, false, false, false, true, false, Optional.empty());
    }

    /**
     * Sequelize 7: as {@link #sequelize6()}, but a foreign key that is not nullable always says {@code ON DELETE CASCADE},
     * its default name is made from the key it references, and {@code as} of a {@code hasOne} does not name it.
     */
    public static Conventions sequelize7() {
        return new Conventions(true, false, false, false, true, false, Optional.empty());
    }

    /** {@link #sequelize6()} {@link #withExplicitNames()}. */
    public static Conventions explicitNames() {
        return sequelize6().withExplicitNames();
    }

    /**
     * Every constraint and index gets a name, the same on every server: the table, the columns, for a foreign key the
     * referenced table, and {@code pk}, {@code uk}, {@code fk}, {@code ck} or {@code ix}, joined by underscores:
     * {@code chat_participantNo_participant_fk}. Names longer than a server allows are shortened where they meet it.
     */
    public Conventions withExplicitNames() {
        return new Conventions(sequelize7, true, underscored, freezeTableName, timestamps, paranoid, schema);
    }

    /** Tables and columns in {@code snake_case}. */
    public Conventions underscored() {
        return new Conventions(sequelize7, explicitNames, true, freezeTableName, timestamps, paranoid, schema);
    }

    /** Tables are called as their models, not in the plural. */
    public Conventions freezeTableName() {
        return new Conventions(sequelize7, explicitNames, underscored, true, timestamps, paranoid, schema);
    }

    public Conventions noTimestamps() {
        return new Conventions(sequelize7, explicitNames, underscored, freezeTableName, false, paranoid, schema);
    }

    /** Models that have timestamps also have {@code deletedAt}. */
    public Conventions paranoid() {
        return new Conventions(sequelize7, explicitNames, underscored, freezeTableName, timestamps, true, schema);
    }

    /** Tables live in this schema (PostgreSQL) or database (MySQL family). */
    public Conventions schema(String name) {
        return new Conventions(
                sequelize7, explicitNames, underscored, freezeTableName, timestamps, paranoid, Optional.of(name));
    }

    boolean namesConstraints() {
        return explicitNames;
    }

    boolean underscores() {
        return underscored;
    }

    boolean freezesTableNames() {
        return freezeTableName;
    }

    boolean hasTimestamps() {
        return timestamps;
    }

    boolean isParanoid() {
        return paranoid;
    }

    Optional<String> defaultSchema() {
        return schema;
    }

    /** Whether the default name of a foreign key is made from the referenced key rather than the primary key. */
    boolean namesForeignKeyAfterItsTarget() {
        return sequelize7;
    }

    boolean hasOneAliasNamesForeignKey() {
        return !sequelize7;
    }

    /** Of a foreign key that no belongsToMany describes. */
    ReferentialAction defaultOnDelete(boolean nullable, boolean describedByParent) {
        if (nullable) {
            return ReferentialAction.SET_NULL;
        }
        return describedByParent || sequelize7 ? ReferentialAction.CASCADE : ReferentialAction.NO_ACTION;
    }
}
