package dev.fk.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of the two foreign keys of a table between two models: what it references, and what all declarations say of it. */
final class ThroughEnd {
    final TableDraft parent;
    final List<Declared<List<String>>> names = new ArrayList<>();
    final List<Declared<List<String>>> referenced = new ArrayList<>();
    /** What the default name is made of; on a self-reference the far end is named after the alias. */
    Optional<String> prefix = Optional.empty();

    private List<String> attributes = List.of();

    ThroughEnd(TableDraft parent) {
        this.parent = parent;
    }

    void hear(KeySpec key, List<Declared<List<String>>> keys) {
        names.addAll(key.names);
        referenced.addAll(keys);
    }

    /** Settles the names of the foreign key's attributes. */
    void name(String subject, Problems problems) {
        Agreement agreement = new Agreement();
        List<String> key = agreement
                .on("the referenced key of " + parent.model, referenced, n -> String.join(", ", n))
                .orElseGet(parent::primaryKey);
        Optional<List<String>> explicit =
                agreement.on("the foreign key to " + parent.model, names, n -> String.join(", ", n));
        agreement.report(subject, problems);
        attributes = explicit.orElseGet(() -> key.stream()
                .map(part -> Casing.camelize(prefix.orElseGet(parent::singular) + "_" + part))
                .toList());
        if (attributes.size() != key.size() || key.isEmpty()) {
            problems.add(subject + " has the foreign key (" + String.join(", ", attributes) + ") to " + parent.model
                    + ", but the key it references is (" + String.join(", ", key)
                    + "). Name one attribute for each that is referenced.");
            attributes = List.of();
        }
    }

    List<String> attributes() {
        return attributes;
    }
}
