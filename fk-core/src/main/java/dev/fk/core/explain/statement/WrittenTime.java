package dev.fk.core.explain.statement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A date, or a date and a time, as a statement writes it. */
@API(status = Status.INTERNAL)
public record WrittenTime(String value) {
    private static final Pattern FORM =
            Pattern.compile("\\s*(\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.\\d*)?)?(.*))?\\s*");

    private static final int HOURS = 24;
    private static final int SIXTY = 60;

    /** What is wrong with it on its face; a date of zeros is left to the server. */
    public Optional<String> fault() {
        Matcher parts = FORM.matcher(value);
        if (!parts.matches()) {
            return Optional.of("is no date as it is written");
        }
        String day = parts.group(1);
        if (!day.contains("-00") && !day.startsWith("0000") && !isDay(day)) {
            return Optional.of("is no day of the calendar");
        }
        if (parts.group(2) == null) {
            return Optional.empty();
        }
        boolean beyond = Integer.parseInt(parts.group(2)) >= HOURS
                || Integer.parseInt(parts.group(3)) >= SIXTY
                || (parts.group(4) != null && Integer.parseInt(parts.group(4)) >= SIXTY);
        String rest = parts.group(5).strip();
        return beyond
                ? Optional.of("is no time of the day")
                : Optional.of("has " + rest + " behind the time").filter(f -> !rest.isEmpty());
    }

    private static boolean isDay(String day) {
        try {
            return LocalDate.parse(day).getYear() >= 0;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
