package dev.fk.examples.verify;

import dev.fk.examples.seed002.UserMigrations;
import dev.fk.junit.WithSchema;
import dev.fk.junit.verify.MigrationVerification;

@WithSchema(UserMigrations.class)
class FkVerificationTest implements MigrationVerification {}
