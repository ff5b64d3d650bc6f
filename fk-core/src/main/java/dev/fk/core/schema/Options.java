package dev.fk.core.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a dialect knows about an object beyond the common vocabulary, kept raw so that reading never loses it: the storage
 * engine of a table, the operator class of an index column. Keys are lower case and spelt as the server's manual spells them.
 */
@API(status = Status.EXPERIMENTAL)
public record Options(SortedMap<String, String> values) {
    private static final Options NONE = new Options(Collections.emptySortedMap());

    public Options {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Options none() {
        return NONE;
    }

    public static Options of(String key, String value) {
        return NONE.with(key, value);
    }

    public static Options of(Map<String, String> values) {
        return new Options(new TreeMap<>(values));
    }

    public Options with(String key, String value) {
        TreeMap<String, String> copy = new TreeMap<>(values);
        copy.put(key, value);
        return new Options(copy);
    }

    /** With those of these keys that the others have, and these lack. */
    public Options completedBy(Options others, Collection<String> keys) {
        TreeMap<String, String> all = new TreeMap<>(values);
        for (String key : keys) {
            others.get(key).ifPresent(value -> all.putIfAbsent(key, value));
        }
        return new Options(all);
    }

    /** The keys that stand for something else in the other options, or for nothing, in order. */
    public SortedSet<String> keysUnlike(Options other) {
        SortedSet<String> unlike = new TreeSet<>(values.keySet());
        unlike.addAll(other.values.keySet());
        unlike.removeIf(key -> get(key).equals(other.get(key)));
        return unlike;
    }

    public Options without(String key) {
        TreeMap<String, String> copy = new TreeMap<>(values);
        copy.remove(key);
        return new Options(copy);
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
