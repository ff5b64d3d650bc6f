package dev.fk.core.migration;

import java.time.Duration;

/** Hears nothing. */
enum NoListener implements MigrationListener {
    INSTANCE;

    @Override
    public void begins(String id, int number, int of) {}

    @Override
    public void fails(String id) {}

    @Override
    public void ends(String id, Duration duration) {}
}
