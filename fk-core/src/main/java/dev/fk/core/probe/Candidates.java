package dev.fk.core.probe;

import dev.fk.core.dialect.NumberShape;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Values that a column may have, as literals, the likeliest first; other numbers give other ones. */
final class Candidates implements DataType.Visitor<List<String>> {
    private static final int UNLIMITED = 200;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Situation situation;
    private final int number;
    private final int attempt;
    private final List<String> strings;
    private final List<BigDecimal> numbers;

    /** @param attempt the later, the smaller the numbers: columns may be computed from them */
    Candidates(Situation situation, int number, int attempt, List<String> conditions) {
        this.situation = situation;
        this.attempt = attempt;
        this.number = number;
        this.strings = conditions.stream()
                .flatMap(c -> situation.words().strings(c).stream())
                .distinct()
                .toList();
        this.numbers = conditions.stream()
                .flatMap(c -> situation.words().numbers(c).stream())
                .map(BigDecimal::new)
                .distinct()
                .toList();
    }

    /** Whether a type has so few values that two different ones need not exist. */
    static boolean hasFewValues(DataType type) {
        return type instanceof DataType.Bool
                || type instanceof DataType.EnumType
                || type instanceof DataType.Named
                || (type instanceof DataType.Int number && number.size() == DataType.Int.Size.TINY)
                || (type instanceof DataType.Char character && character.length() < 3)
                || type instanceof DataType.Other;
    }

    private List<String> rotated(List<String> values) {
        List<String> copy = new ArrayList<>(values);
        Collections.rotate(copy, copy.isEmpty() ? 0 : -(number % copy.size()));
        return copy;
    }

    /** The numbers that conditions name, those beside them, and some far from all, as far as they fit. */
    private List<String> numbers(BigDecimal least, BigDecimal most, int scale) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(scale);
        BigDecimal shift = BigDecimal.valueOf(number);
        List<BigDecimal> all = new ArrayList<>();
        BigDecimal far = most.min(BigDecimal.valueOf(2_000_000_000L));
        all.add(far.multiply(new BigDecimal("0.75"))
                .divide(BigDecimal.valueOf(1L << (3 * Math.min(attempt, 3))), RoundingMode.DOWN)
                .setScale(0, RoundingMode.DOWN)
                .subtract(shift));
        for (BigDecimal one : named()) {
            all.add(one.add(shift.remainder(BigDecimal.valueOf(40))).add(BigDecimal.ONE));
            all.add(one.subtract(shift.remainder(BigDecimal.valueOf(40))).subtract(BigDecimal.ONE));
            all.addAll(List.of(one, one.add(step), one.subtract(step)));
        }
        for (long small : new long[] {1, 0, -1, 2, 3, 5, 10, 100}) {
            all.add(BigDecimal.valueOf(small).add(small > 0 ? shift.remainder(BigDecimal.TEN) : BigDecimal.ZERO));
        }
        Set<String> fitting = new LinkedHashSet<>();
        all.stream()
                .filter(n -> n.compareTo(least) >= 0 && n.compareTo(most) <= 0)
                .filter(n -> n.stripTrailingZeros().scale() <= scale)
                .forEach(n -> fitting.add(n.toPlainString()));
        return List.copyOf(fitting);
    }

    /** PostgreSQL writes negative numbers as strings with a cast. */
    private List<BigDecimal> named() {
        List<BigDecimal> named = new ArrayList<>(numbers);
        numbers.forEach(n -> named.add(n.negate()));
        for (String string : strings) {
            if (string.matches("-?\\d{1,20}(\\.\\d+)?")) {
                named.add(new BigDecimal(string));
            }
        }
        return named;
    }

    @Override
    public List<String> integer(DataType.Int type) {
        NumberShape shape = NumberShape.integer(type);
        return numbers(shape.min().orElseThrow(), shape.max().orElseThrow(), 0);
    }

    /** Below zero, where no server counts. */
    List<String> belowZero(DataType type) {
        boolean tiny = type instanceof DataType.Int whole && whole.size() == DataType.Int.Size.TINY;
        boolean small = type instanceof DataType.Int whole && whole.size() == DataType.Int.Size.SMALL;
        int least = tiny ? 100 - number % 100 : small ? 20_000 + number : 1_000_000 + number;
        return List.of("-" + least);
    }

    @Override
    public List<String> decimal(DataType.Decimal type) {
        int scale = type.scale().orElse(0);
        int digits = type.precision().orElse(10) - scale;
        BigDecimal most = BigDecimal.ONE.movePointRight(digits).subtract(BigDecimal.ONE.movePointLeft(scale));
        return numbers(type.unsigned() ? BigDecimal.ZERO : most.negate(), most, scale);
    }

    @Override
    public List<String> approximate(DataType.Approximate type) {
        BigDecimal most = BigDecimal.valueOf(100_000);
        return numbers(type.unsigned() ? BigDecimal.ZERO : most.negate(), most, 1);
    }

    @Override
    public List<String> bool(DataType.Bool type) {
        return rotated(List.of("TRUE", "FALSE"));
    }

    @Override
    public List<String> character(DataType.Char type) {
        return text(type.length());
    }

    @Override
    public List<String> varchar(DataType.Varchar type) {
        return text(type.length().orElse(UNLIMITED));
    }

    @Override
    public List<String> text(DataType.Text type) {
        return text(UNLIMITED);
    }

    private List<String> text(int length) {
        Set<String> all = new LinkedHashSet<>();
        String letters = letters();
        all.add(length < 5 ? letters.substring(letters.length() - Math.min(length, letters.length())) : "fk" + letters);
        for (String string : strings) {
            PatternExample.of(string, number).ifPresent(all::add);
            PatternExample.of(string, number + 7).ifPresent(all::add);
            all.add(PatternExample.ofLike(string, letters));
            all.add(PatternExample.ofLike(string, ""));
            all.add(string + letters);
            all.add(string);
        }
        for (BigDecimal one : named()) {
            int wanted = one.intValue();
            for (int size = wanted - 1; size <= wanted + 1 && size <= UNLIMITED; size++) {
                if (size > 0) {
                    all.add((letters + "x".repeat(size)).substring(0, size));
                }
            }
        }
        all.add(letters.toUpperCase(Locale.ROOT));
        all.add("" + (1000 + number));
        all.add(letters + "@example.com");
        all.add("https://example.com/" + letters);
        all.add(String.format("00000000-0000-4000-8000-%012x", number));
        all.add("");
        return all.stream()
                .filter(s -> s.length() <= length)
                .map(situation.rules()::literal)
                .toList();
    }

    /** The number in letters; the last ones change first. */
    private String letters() {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0 || letters.length() < 3; rest /= 26) {
            letters.insert(0, (char) ('a' + rest % 26));
        }
        return letters.toString();
    }

    @Override
    public List<String> binary(DataType.Binary type) {
        return bytes(type.length(), type.length());
    }

    @Override
    public List<String> varbinary(DataType.Varbinary type) {
        return bytes(1, type.length());
    }

    @Override
    public List<String> blob(DataType.Blob type) {
        return bytes(1, UNLIMITED);
    }

    /** As many as usual, and as many as conditions name: {@code CHECK (octet_length(digest) = 20)}. */
    private List<String> bytes(int least, int most) {
        String hex = String.format("%08x", number);
        return Stream.concat(
                        Stream.of(4), numbers.stream().map(BigDecimal::intValue).filter(n -> n <= UNLIMITED))
                .map(n -> Math.max(least, Math.min(most, n)))
                .distinct()
                .map(n -> "00".repeat(n) + hex)
                .map(padded -> situation.rules().bytes(padded.substring(hex.length())))
                .toList();
    }

    @Override
    public List<String> date(DataType.Date type) {
        List<LocalDate> days = new ArrayList<>(List.of(LocalDate.of(2024, 1, 1).plusDays(number)));
        moments()
                .forEach(m -> days.addAll(List.of(
                        m.toLocalDate().plusDays(1L + number % 20),
                        m.toLocalDate().minusDays(1L + number % 20),
                        m.toLocalDate())));
        days.add(LocalDate.of(2100, 1, 1).plusDays(number));
        return days.stream().map(d -> "'" + d + "'").distinct().toList();
    }

    @Override
    public List<String> time(DataType.Time type) {
        List<LocalTime> times = new ArrayList<>(List.of(LocalTime.of(10, 0).plusSeconds(number)));
        for (String string : strings) {
            parsed(() -> LocalTime.parse(string))
                    .ifPresent(t -> times.addAll(
                            List.of(t.plusSeconds(1L + number % 20), t.minusSeconds(1L + number % 20), t)));
        }
        DateTimeFormatter format = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
        return times.stream().map(t -> "'" + format.format(t) + "'").distinct().toList();
    }

    @Override
    public List<String> dateTime(DataType.DateTime type) {
        return moment();
    }

    @Override
    public List<String> timestamp(DataType.Timestamp type) {
        return moment();
    }

    private List<String> moment() {
        List<LocalDateTime> all =
                new ArrayList<>(List.of(LocalDateTime.of(2024, 1, 2, 3, 4, 5).plusSeconds(number)));
        moments()
                .forEach(m -> all.addAll(List.of(
                        m.plusDays(1).plusSeconds(number), m.minusDays(1).minusSeconds(number), m)));
        all.add(LocalDateTime.of(2037, 1, 1, 0, 0, 0).plusSeconds(number));
        return all.stream().map(m -> "'" + MOMENT.format(m) + "'").distinct().toList();
    }

    private List<LocalDateTime> moments() {
        List<LocalDateTime> moments = new ArrayList<>();
        for (String string : strings) {
            if (string.length() >= 10) {
                String time = string.length() >= 19 ? string.substring(11, 19) : "00:00:00";
                parsed(() -> LocalDateTime.parse(string.substring(0, 10) + "T" + time))
                        .ifPresent(moments::add);
            }
        }
        return moments;
    }

    private interface Parsing<T> {
        T parse();
    }

    private static <T> Optional<T> parsed(Parsing<T> parsing) {
        try {
            return Optional.of(parsing.parse());
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> uuid(DataType.Uuid type) {
        return List.of("'" + new UUID(0xfb_0000_4000L, 0x8000_0000_0000_0000L + number) + "'");
    }

    @Override
    public List<String> json(DataType.Json type) {
        List<String> all = new ArrayList<>(List.of("'{}'", "'[" + number + "]'", "'\"fk\"'", "'" + number + "'"));
        strings.stream()
                .filter(s -> s.matches("\\w+"))
                .forEach(s -> all.addAll(List.of("'{\"" + s + "\": 1}'", "'{\"" + s + "\": \"fk\"}'")));
        return all;
    }

    @Override
    public List<String> enumType(DataType.EnumType type) {
        return labels(type.labels());
    }

    private List<String> labels(List<String> labels) {
        return rotated(labels.stream().map(situation.rules()::literal).toList());
    }

    @Override
    public List<String> named(DataType.Named type) {
        return Optional.ofNullable(situation.schema().enums().get(type.name()))
                .map(EnumDefinition::labels)
                .map(this::labels)
                .or(() -> Optional.ofNullable(situation.domains().get(type.name()))
                        .map(d -> d.type().accept(this)))
                .orElse(List.of());
    }

    @Override
    public List<String> array(DataType.Array type) {
        List<String> all = new ArrayList<>();
        type.element().accept(this).stream()
                .limit(8)
                .filter(l -> l.matches("'[^'\\\\\"{},]*'|[-\\w.]+"))
                .forEach(l -> all.add("'{" + l.replace("'", "\"") + "}'"));
        all.add("'{}'");
        return all;
    }

    @Override
    public List<String> other(DataType.Other type) {
        return rotated(situation.rules().values(type, number));
    }

    /** How much of a type's values fit another column, for the choice among columns that have one value. */
    static long capacity(DataType type) {
        if (type instanceof DataType.Int number) {
            return (number.size().ordinal() + 1) * 2L - (number.unsigned() ? 0 : 1);
        }
        OptionalInt length = type instanceof DataType.Varchar varchar
                ? varchar.length()
                : type instanceof DataType.Char character ? OptionalInt.of(character.length()) : OptionalInt.empty();
        OptionalInt digits = type instanceof DataType.Decimal decimal ? decimal.precision() : OptionalInt.empty();
        return length.isPresent() ? length.getAsInt() : digits.isPresent() ? digits.getAsInt() : Long.MAX_VALUE;
    }
}
