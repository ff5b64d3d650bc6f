package dev.fk.examples.bench;

import java.util.List;

/**
 * The least that one has to ask a server about tables, columns, keys with their columns, and indexes: four result sets in one
 * message, names left for the client to resolve.
 */
final class Limits {
    private Limits() {}

    static List<String> of(String product) {
        return product.equals("PostgreSQL") ? List.of(POSTGRESQL) : List.of(FAMILY);
    }

    private static final String POSTGRESQL =
            """
            SELECT oid, relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p');
            SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, a.attnotnull, a.attidentity, a.attgenerated,
                pg_get_expr(d.adbin, d.adrelid)
            FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped;
            SELECT conrelid, conname, contype, conkey, confrelid, confkey, confdeltype, confupdtype, condeferrable, convalidated
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace;
            SELECT i.indexrelid, i.indrelid, c.relname, i.indisunique, i.indkey, i.indoption
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relnamespace = 'public'::regnamespace
            """;

    private static final String FAMILY =
            """
            SELECT table_name, engine, table_collation, table_comment
            FROM information_schema.tables WHERE table_schema = 'fk_bench' AND table_type = 'BASE TABLE';
            SELECT table_name, column_name, ordinal_position, column_type, is_nullable, column_default, extra, collation_name,
                column_comment, generation_expression
            FROM information_schema.columns WHERE table_schema = 'fk_bench';
            SELECT table_name, index_name, seq_in_index, column_name, sub_part, collation, non_unique, index_type
            FROM information_schema.statistics WHERE table_schema = 'fk_bench';
            SELECT k.table_name, k.constraint_name, k.column_name, k.referenced_table_name, k.referenced_column_name,
                r.delete_rule, r.update_rule
            FROM information_schema.key_column_usage k
                JOIN information_schema.referential_constraints r
                    ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
                        AND r.table_name = k.table_name
            WHERE k.constraint_schema = 'fk_bench' AND r.constraint_schema = 'fk_bench'
                AND k.referenced_table_name IS NOT NULL
            """;
}
