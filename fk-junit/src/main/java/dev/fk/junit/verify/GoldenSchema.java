package dev.fk.junit.verify;

import dev.fk.core.database.Database;
import dev.fk.core.diff.LineDiff;
import dev.fk.core.diff.SchemaText;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.source.DialectWord;
import java.util.List;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;

/** The schema that all migrations build, as it is kept in a file. */
record GoldenSchema(String location, Database database) {
    void compare(CanonicalSchema schema) {
        String text = SchemaText.of(schema);
        TextFile file = new TextFile(DialectWord.fill(location, database));
        if (TextFile.isUpdate()) {
            file.write(text);
            return;
        }
        Optional<String> golden = file.read();
        if (golden.isEmpty()) {
            throw new AssertionFailedError("There is no golden schema " + file.location()
                    + ". Run the tests with -Dfk.update, which writes it, and read it before you commit it:\n" + text);
        }
        if (!golden.get().equals(text)) {
            List<String> lines = LineDiff.of(golden.get(), text);
            throw new AssertionFailedError(
                    "The migrations do not build " + file.location() + " (- is there alone, + is built alone):\n  "
                            + String.join("\n  ", lines)
                            + "\n  do  : Mend the migrations or, if the new schema is wanted, run the tests with"
                            + " -Dfk.update and read the diff of the file.",
                    golden.get(),
                    text);
        }
    }
}
