package dev.fk.core.migration;

import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes down what a migration calls, without any schema, as far as it does not depend on one. */
final class Transcript implements CallHandler {
    private final List<String> lines = new ArrayList<>();

    private boolean takesBack;

    private Transcript() {}

    /** Whether its down is what fk knows of its up. */
    static boolean leavesDownToFk(Migration migration) {
        Transcript transcript = new Transcript();
        try {
            migration.down(QueryInterface.of(transcript));
        } catch (ShadowEndedException reads) {
            return transcript.takesBack;
        }
        return transcript.takesBack;
    }

    /** Equal for migrations that make the same calls, up to the first that reads. */
    static String checksum(Migration migration) {
        Transcript transcript = new Transcript();
        try {
            migration.up(QueryInterface.of(transcript));
        } catch (ShadowEndedException reads) {
            transcript.lines.add(reads.getMessage());
        }
        return hash(String.join("\n", transcript.lines));
    }

    static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256 (MessageDigest's documentation)", e);
        }
    }

    @Override
    public void call(Call call) {
        lines.add(call.text());
    }

    @Override
    public void sql(String statement) {
        lines.add("sql " + statement);
    }

    @Override
    public void data(DataCall call) {
        lines.add(call.text());
    }

    @Override
    public List<Map<String, @Nullable Object>> query(String sql) {
        throw new ShadowEndedException("reads rows with " + sql);
    }

    @Override
    public Set<QualifiedName> tables() {
        throw new ShadowEndedException("reads the tables");
    }

    @Override
    public Table table(QualifiedName name) {
        throw new ShadowEndedException("reads table " + name);
    }

    /** The same lines on every server. */
    @Override
    public boolean isOfNamedType(QualifiedName table, String column) {
        return false;
    }

    @Override
    public QualifiedName asSpelt(QualifiedName table) {
        return table;
    }

    @Override
    public void transaction(Consumer<CallHandler> body) {
        body.accept(this);
    }

    @Override
    public boolean isDefault(String schema) {
        return false;
    }

    @Override
    public CallHandler with(String schema) {
        return this;
    }

    @Override
    public void takeBack() {
        takesBack = true;
    }
}
