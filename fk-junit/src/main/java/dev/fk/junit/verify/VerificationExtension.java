package dev.fk.junit.verify;

import dev.fk.core.source.MigrationSet;
import dev.fk.core.source.Migrations;
import dev.fk.junit.DeclaredSchema;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What stands behind {@link MigrationVerification}; has no state. */
@API(status = Status.INTERNAL)
public final class VerificationExtension implements ParameterResolver {
    /** For JUnit. */
    public VerificationExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Verifier.class || type == Migrations.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        DeclaredSchema declared = DeclaredSchema.of(context);
        if (parameter.getParameter().getType() == Verifier.class) {
            return new Verifier(declared, WalkCache.of(context));
        }
        if (!declared.beginsEmpty()) {
            throw new ParameterResolutionException("The database of " + context.getDisplayName()
                    + " has all migrations already. A test with a parameter of type Migrations begins with an empty one:"
                    + " annotate it with @WithSchema(sync = SyncMode.NONE).");
        }
        return Migrations.of(declared.database(), MigrationSet.of(declared.sources()));
    }
}
