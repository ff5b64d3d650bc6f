package dev.fk.junit;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What stands behind {@link WithSchema}. */
@API(status = Status.INTERNAL)
public final class SchemaExtension extends DatabaseCallbacks {
    /** For JUnit. */
    public SchemaExtension() {}

    /** Annotations are found where they stand. */
    @Override
    void declare(ExtensionContext context) {}

    @Override
    boolean isInCharge(ExtensionContext context) {
        return Declarations.inCharge(context).isEmpty();
    }
}
