package dev.fk.core.dialect;

import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Table;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a server does to names, and with which it makes its own. */
@API(status = Status.EXPERIMENTAL)
public interface NameRules {
    /** Who chose the name of a constraint or index, as far as the name tells. */
    @API(status = Status.EXPERIMENTAL)
    enum Origin {
        /** Somebody: no server makes such a name. */
        DECLARED,
        /** The server, from the table and the columns: the same wherever the same statements run. */
        DERIVED,
        /** The server, with a number: another one where the statements run in another order, or twice. */
        COUNTED
    }

    Origin origin(Table table, Constraint constraint);

    /** Whether the name is a reserved word, which SQL has to quote. */
    boolean isReserved(String name);

    /** What the server does to a name that is too long: {@code PostgreSQL cuts off …}. */
    String fateOfLongNames();

    /** How a server is taken that says nothing of the kind. */
    enum None implements NameRules {
        INSTANCE;

        @Override
        public Origin origin(Table table, Constraint constraint) {
            return Origin.DECLARED;
        }

        @Override
        public boolean isReserved(String name) {
            return false;
        }

        @Override
        public String fateOfLongNames() {
            return "longer ones are refused";
        }
    }
}
