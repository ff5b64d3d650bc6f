package dev.fk.core.model;

import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where tables, attributes and foreign keys were declared. */
final class Sites {
    private final Map<Place, String> texts = new HashMap<>();

    private record Place(QualifiedName table, List<String> columns) {}

    /** Foreign keys come first, so they keep the place that their column would otherwise have. */
    void add(TableDraft draft) {
        texts.putIfAbsent(new Place(draft.table, List.of()), draft.site.text());
        draft.attributes
                .values()
                .forEach(a -> texts.putIfAbsent(new Place(draft.table, List.of(draft.column(a.name))), a.site.text()));
    }

    /** Where its action is declared, if anywhere, because that is what messages are about. */
    void add(ForeignKeyDraft draft, ForeignKey foreignKey) {
        DeclarationSite site = draft.constrained().stream()
                .flatMap(c -> c.key().onDelete.stream())
                .findFirst()
                .map(Declared::site)
                .orElseGet(() -> draft.leading().site());
        texts.put(new Place(draft.owner.table, foreignKey.columns()), site.text());
    }

    Optional<String> of(QualifiedName table, List<String> columns) {
        return Optional.ofNullable(texts.get(new Place(table, List.copyOf(columns))));
    }
}
