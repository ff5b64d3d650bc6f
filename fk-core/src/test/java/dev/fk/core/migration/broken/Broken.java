package dev.fk.core.migration.broken;

import dev.fk.core.migration.Migration;
import dev.fk.core.migration.QueryInterface;

/** Cannot be made. */
final class Broken implements Migration {
    Broken() {
        throw new IllegalStateException("not today");
    }

    @Override
    public String id() {
        return "broken";
    }

    @Override
    public void up(QueryInterface q) {}
}
