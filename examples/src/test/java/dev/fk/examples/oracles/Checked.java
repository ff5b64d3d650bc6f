package dev.fk.examples.oracles;

/** What both oracles confirmed of one schema on one server. */
record Checked(String server, Facts views, Facts driver) {}
