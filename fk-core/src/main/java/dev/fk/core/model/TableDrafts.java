package dev.fk.core.model;

import dev.fk.core.model.ModelSpec.NamedAttribute;
import dev.fk.core.model.ModelSpec.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives a declared model its table: the declared attributes, {@code id} before them, the timestamps after them. */
final class TableDrafts {
    private final Conventions conventions;
    private final Problems problems;

    TableDrafts(Conventions conventions, Problems problems) {
        this.conventions = conventions;
        this.problems = problems;
    }

    TableDraft of(String model, ModelSpec spec, DeclarationSite site) {
        TableDraft draft = new TableDraft(model, spec, site, conventions);
        Map<String, Declared<NamedAttribute>> declared = declared(draft);
        boolean needsId = !spec.noPrimaryKey
                && !isRemoved(spec, "id")
                && declared.values().stream()
                        .noneMatch(a -> a.value().definition().primaryKey());
        if (needsId) {
            addId(draft, declared);
        }
        declared.forEach((name, attribute) -> draft.attributes.put(
                name, AttributeDraft.of(name, attribute.value().definition(), attribute.site())));
        addTimestamps(draft);
        spec.version.ifPresent(
                name -> addMissing(draft, name, Attributes.integer().notNull().defaultValue(0)));
        spec.removed.forEach(name -> remove(draft, name));
        checkAutoIncrement(draft);
        return draft;
    }

    private Map<String, Declared<NamedAttribute>> declared(TableDraft draft) {
        Map<String, Declared<NamedAttribute>> byName = new LinkedHashMap<>();
        for (Declared<NamedAttribute> attribute : draft.spec.attributes) {
            String name = attribute.value().name();
            if (name.isBlank()) {
                problems.add("An attribute of " + draft.model + " at " + attribute.site()
                        + " has no name. Give it one, or remove it.");
                continue;
            }
            Declared<NamedAttribute> first = byName.putIfAbsent(name, attribute);
            if (first != null) {
                problems.add("Attribute " + draft.model + "." + name + " is declared twice, at " + first.site()
                        + " and at " + attribute.site() + ". Remove one of them.");
            }
        }
        return byName;
    }

    private void addId(TableDraft draft, Map<String, Declared<NamedAttribute>> declared) {
        Declared<NamedAttribute> own = declared.get("id");
        if (own != null) {
            problems.add("Attribute " + draft.model + ".id at " + own.site() + " is not the primary key, and no other "
                    + "attribute is. Add primaryKey() to it (@Id in a record), or noPrimaryKey() to the model.");
            return;
        }
        draft.hasGeneratedId = true;
        addMissing(draft, "id", Attributes.integer().primaryKey().autoIncrement());
    }

    private void addTimestamps(TableDraft draft) {
        ModelSpec spec = draft.spec;
        Optional<Declared<Boolean>> none = spec.timestamps.filter(t -> !t.value());
        boolean wanted = none.isEmpty() && (spec.timestamps.isPresent() || conventions.hasTimestamps());
        boolean paranoid = spec.paranoid.map(Declared::value).orElse(conventions.isParanoid());
        if (wanted) {
            timestampName(spec, Timestamp.CREATED_AT).ifPresent(n -> addTimestamp(draft, n, false));
            timestampName(spec, Timestamp.UPDATED_AT).ifPresent(n -> addTimestamp(draft, n, false));
            if (paranoid) {
                timestampName(spec, Timestamp.DELETED_AT).ifPresent(n -> addTimestamp(draft, n, true));
            }
            return;
        }
        String why = none.map(n -> "noTimestamps() at " + n.site()).orElse("the conventions");
        spec.paranoid
                .filter(Declared::value)
                .ifPresent(p -> problems.add("Model " + draft.model + " is paranoid at " + p.site()
                        + ", but has no timestamps because of " + why + ", so it would get no deletedAt. Remove one of "
                        + "the two, or declare the attribute deletedAt."));
        spec.timestampNames.forEach((which, name) -> {
            if (which != Timestamp.DELETED_AT) {
                problems.add("Model " + draft.model + " says something about " + which.attribute + " at " + name.site()
                        + ", but has no timestamps because of " + why + ". Remove one of the two.");
            }
        });
    }

    private static Optional<String> timestampName(ModelSpec spec, Timestamp which) {
        Declared<Optional<String>> renamed = spec.timestampNames.get(which);
        return renamed == null ? Optional.of(which.attribute) : renamed.value();
    }

    private static void addTimestamp(TableDraft draft, String name, boolean nullable) {
        addMissing(
                draft,
                name,
                nullable ? Attributes.dateTime() : Attributes.dateTime().notNull());
    }

    /** An attribute that the user declared keeps its definition and its place. */
    private static void addMissing(TableDraft draft, String name, Attribute<?> attribute) {
        draft.attributes.putIfAbsent(name, AttributeDraft.of(name, attribute.definition(), draft.site));
    }

    private static boolean isRemoved(ModelSpec spec, String attribute) {
        return spec.removed.stream().anyMatch(r -> r.value().equals(attribute));
    }

    private void remove(TableDraft draft, Declared<String> name) {
        boolean there = draft.attributes.remove(name.value()) != null;
        if (!there && !name.value().equals("id")) {
            problems.add("Model " + draft.model + " has no attribute " + name.value() + " to remove at " + name.site()
                    + Hint.on(name.value(), draft.attributes.keySet()));
        }
    }

    private void checkAutoIncrement(TableDraft draft) {
        List<AttributeDraft> counted = draft.attributes.values().stream()
                .filter(AttributeDraft::isAutoIncrement)
                .toList();
        if (counted.size() > 1) {
            problems.add("Model " + draft.model + " has " + counted.size() + " attributes that count up: "
                    + String.join(
                            ", ",
                            counted.stream().map(a -> a.name + " at " + a.site).toList())
                    + ". A table can have one.");
        }
    }
}
