package dev.fk.core.cli;

import java.io.UncheckedIOException;
import picocli.CommandLine;

/** What is printed when a command does not come to its end. */
final class Failures {
    private Failures() {}

    /** The message, and which help says more. */
    static int usage(Console console, CommandLine.ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        if (!(wrong instanceof CommandLine.UnmatchedArgumentException) && line.getCommand() instanceof Fk) {
            line.usage(console.err());
            return Fk.WRONG_USAGE;
        }
        console.note(line.getColorScheme().errorText(wrong.getMessage()).toString());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, console.err());
        console.note("Help: " + line.getCommandSpec().qualifiedName(" ") + " --help");
        return Fk.WRONG_USAGE;
    }

    static int failed(CommandLine command, Console console, Exception failed) {
        return failed instanceof UsageException wrong
                ? usage(console, new CommandLine.ParameterException(command, String.valueOf(wrong.getMessage())))
                : failed(console, failed);
    }

    /**
     * Messages say what is wrong; a stack trace would only hide them, unless it is asked for, or there is none by anybody who
     * knows what was to be done.
     */
    private static int failed(Console console, Exception failed) {
        String message = failed.getMessage();
        boolean told = failed instanceof IllegalStateException
                || failed instanceof IllegalArgumentException
                || failed instanceof UnsupportedOperationException
                || failed instanceof UncheckedIOException;
        if (!told || message == null || Boolean.getBoolean("fk.stacktrace")) {
            failed.printStackTrace(console.err());
            console.err().flush();
        } else {
            console.note(message);
        }
        return Fk.FAILED;
    }
}
