package dev.fk.junit.report;

import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;

/** Dates and times as servers read them: before Christ there is no year zero, and none has a sign. */
final class Moments {
    private Moments() {}

    static String text(Temporal value) {
        if (!value.isSupported(ChronoField.EPOCH_DAY)) {
            return value.toString();
        }
        // what drivers send for what has no end
        if (value.get(ChronoField.YEAR) == LocalDate.MAX.getYear()) {
            return "infinity";
        }
        if (value.get(ChronoField.YEAR) == LocalDate.MIN.getYear()) {
            return "-infinity";
        }
        String text = value.toString();
        String rest = text.substring(text.indexOf('-', 1));
        int year = value.get(ChronoField.YEAR);
        return year > 0 ? padded(year) + rest : padded(1 - year) + rest + " BC";
    }

    /** What is neither a day nor a time of day is a moment, whatever text the class has. */
    static String text(Date value) {
        boolean moment = !(value instanceof java.sql.Date) && !(value instanceof Time);
        Date readable = moment && !(value instanceof Timestamp) ? new Timestamp(value.getTime()) : value;
        return readable + (isBeforeChrist(value) ? " BC" : "");
    }

    private static boolean isBeforeChrist(Date value) {
        Calendar calendar = new GregorianCalendar();
        calendar.setTimeInMillis(value.getTime());
        return calendar.get(Calendar.ERA) == GregorianCalendar.BC;
    }

    private static String padded(int year) {
        return String.format(Locale.ROOT, "%04d", year);
    }
}
