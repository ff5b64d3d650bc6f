package dev.fk.core.dialect;

import dev.fk.core.diff.Change;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Writes a change as the statements that make it happen on one server. */
@API(status = Status.EXPERIMENTAL)
public interface Ddl extends Change.Visitor<List<Sql>> {}
