package dev.fk.examples.oracles;

import java.util.Set;

/** What both oracles confirmed of one schema on one server. */
record Checked(String schema, String server, Facts views, Facts driver, Set<Deviation> deviations) {}
