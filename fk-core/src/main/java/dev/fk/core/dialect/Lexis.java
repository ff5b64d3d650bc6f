package dev.fk.core.dialect;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a server reads the words of a statement.
 *
 * @param nameQuotes the characters that quote names
 * @param foldsNames whether a name without quotes is read in lower case
 * @param columnsIgnoreCase whether two columns whose names differ in case only are the same
 * @param backslashEscapes whether a backslash in a string escapes what follows
 * @param hashComments whether {@code #} starts a comment; then {@code --} does so only before a blank, and what stands in
 *     {@code /*! … *}{@code /} is executed
 * @param dollarQuotes whether {@code $tag$ … $tag$} is a string
 */
@API(status = Status.EXPERIMENTAL)
public record Lexis(
        String nameQuotes,
        boolean foldsNames,
        boolean columnsIgnoreCase,
        boolean backslashEscapes,
        boolean hashComments,
        boolean dollarQuotes) {}
