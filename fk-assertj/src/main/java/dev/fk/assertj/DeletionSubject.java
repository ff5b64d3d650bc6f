package dev.fk.assertj;

import dev.fk.assertj.catalog.Snapshot;
import dev.fk.core.probe.BlastRadius;

/** What a deletion may reach, in view of all schemas. */
record DeletionSubject(BlastRadius radius, Snapshot whole, SchemaAssert origin) {}
