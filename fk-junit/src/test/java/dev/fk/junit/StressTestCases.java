package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.source.SchemaSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import org.junit.jupiter.api.Test;

/** Ten tests that each write a mark of their own and expect to find it and nothing else. */
@WithSchema(StressTestCases.Marks.class)
public abstract class StressTestCases {
    /** Two tables, one of them with rows. */
    public static final class Marks implements SchemaSource {
        @Override
        public void applyTo(Database database) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kind (id int PRIMARY KEY, name varchar(20) NOT NULL)");
                statement.execute("CREATE TABLE mark (text varchar(100) PRIMARY KEY, kind_id int NOT NULL"
                        + " REFERENCES kind (id), FOREIGN KEY (kind_id) REFERENCES kind (id))");
                statement.execute("INSERT INTO kind VALUES (1, 'mine')");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String fingerprint() {
            return "marks";
        }
    }

    /** As many classes as are wanted, each a subclass with the same ten tests. */
    static List<Class<?>> classes(int number) {
        List<Class<?>> classes = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            classes.add(new ByteBuddy()
                    .subclass(StressTestCases.class)
                    .name("dev.fk.junit.Stress" + i + "TestCases")
                    .make()
                    .load(StressTestCases.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
                    .getLoaded());
        }
        return classes;
    }

    private void alone(DataSource dataSource, boolean writes) throws SQLException {
        String mark = getClass().getSimpleName() + " " + UUID.randomUUID();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(marks(statement)).isEmpty();
            if (writes) {
                try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO mark (text, kind_id) VALUES (?, 1)")) {
                    insert.setString(1, mark);
                    insert.executeUpdate();
                }
                assertThat(marks(statement)).containsExactly(mark);
            }
        }
    }

    private static List<String> marks(Statement statement) throws SQLException {
        List<String> marks = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT text FROM mark")) {
            while (rows.next()) {
                marks.add(rows.getString(1));
            }
        }
        return marks;
    }

    @Test
    void one(DataSource dataSource) throws Exception {
        alone(dataSource, true);
    }

    @Test
    void two(DataSource dataSource) throws Exception {
        alone(dataSource, true);
    }

    @Test
    void three(DataSource dataSource) throws Exception {
        alone(dataSource, false);
    }

    @Test
    void four(DataSource dataSource) throws Exception {
        alone(dataSource, true);
    }

    @Test
    void five(DataSource dataSource) throws Exception {
        alone(dataSource, true);
    }

    @Test
    void six(DataSource dataSource) throws Exception {
        alone(dataSource, false);
    }

    @Test
    void seven(DataSource dataSource) throws Exception {
        alone(dataSource, true);
    }

    @Test
    void eight(DataSource dataSource) throws Exception {
        alone(dataSource, true);
    }

    @Test
    void nine(DataSource dataSource) throws Exception {
        alone(dataSource, false);
    }

    @Test
    void ten(DataSource dataSource) throws Exception {
        alone(dataSource, true);
    }
}
