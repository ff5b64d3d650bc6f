package dev.fk.core.plan;

import dev.fk.core.schema.DataType;
import java.util.OptionalInt;

/** What changing a column from one type to another risks: widening keeps everything, the rest depends on the values. */
final class TypeChange {
    private TypeChange() {}

    static Assessment assess(String column, DataType from, DataType to) {
        return widens(from, to)
                ? Assessment.SAFE
                : Assessment.dataDependent("fails if values of " + column + " do not fit " + to.describe());
    }

    private static boolean widens(DataType from, DataType to) {
        if (from instanceof DataType.Int a && to instanceof DataType.Int b) {
            return a.unsigned() == b.unsigned() && a.size().compareTo(b.size()) <= 0;
        }
        if (from instanceof DataType.Varchar a && to instanceof DataType.Varchar b) {
            return a.binary() == b.binary() && atMost(a.length(), b.length());
        }
        if (from instanceof DataType.EnumType a && to instanceof DataType.EnumType b) {
            return b.labels().containsAll(a.labels());
        }
        if (from instanceof DataType.Text a && to instanceof DataType.Text b) {
            return a.size().compareTo(b.size()) <= 0;
        }
        return from instanceof DataType.Varchar
                && to instanceof DataType.Text text
                && text.size() != DataType.LobSize.TINY;
    }

    private static boolean atMost(OptionalInt from, OptionalInt to) {
        return to.isEmpty() || (from.isPresent() && from.getAsInt() <= to.getAsInt());
    }
}
