package dev.fk.core.parity;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a table consists of: {@code column no}, {@code primary key}, {@code foreign key (participantNo) → participant (no)};
 * and what is said of each: {@code type}, {@code on delete}.
 */
@API(status = Status.EXPERIMENTAL)
public record NeutralTable(SortedMap<String, SortedMap<String, String>> items) {
    public NeutralTable {
        TreeMap<String, SortedMap<String, String>> copy = new TreeMap<>();
        items.forEach((item, facts) -> copy.put(item, Collections.unmodifiableSortedMap(new TreeMap<>(facts))));
        items = Collections.unmodifiableSortedMap(copy);
    }

    static NeutralTable empty() {
        return new NeutralTable(new TreeMap<>());
    }
}
