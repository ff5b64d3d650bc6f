package dev.fk.core.model;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Models contradict themselves or each other. All problems that were found, one per line of the message. */
@API(status = Status.EXPERIMENTAL)
public final class ModelException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final List<String> problems;

    ModelException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** Each a fact, the places that say so, and what to do. */
    public List<String> problems() {
        return problems;
    }
}
