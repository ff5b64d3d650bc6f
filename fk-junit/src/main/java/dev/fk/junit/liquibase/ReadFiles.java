package dev.fk.junit.liquibase;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;

/** Remembers which files Liquibase asked for: only it knows what a changelog includes. */
final class ReadFiles extends AbstractResourceAccessor {
    private final ResourceAccessor all;
    private final Map<String, Resource> read = new LinkedHashMap<>();

    ReadFiles(ResourceAccessor all) {
        this.all = all;
    }

    /** Names and contents. */
    List<String> contents() throws IOException {
        List<String> contents = new ArrayList<>();
        for (Map.Entry<String, Resource> file : read.entrySet()) {
            try (InputStream in = file.getValue().openInputStream()) {
                contents.add(file.getKey());
                contents.add(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    @Override
    public List<Resource> search(String path, SearchOptions options) throws IOException {
        return remember(all.search(path, options));
    }

    @Override
    public List<Resource> search(String path, boolean recursive) throws IOException {
        return remember(all.search(path, recursive));
    }

    @Override
    public List<Resource> getAll(String path) throws IOException {
        List<Resource> found = all.getAll(path);
        return found == null ? List.of() : remember(found);
    }

    private List<Resource> remember(List<Resource> found) {
        found.forEach(r -> read.put(r.getPath(), r));
        return found;
    }

    @Override
    public List<String> describeLocations() {
        return all.describeLocations();
    }

    @Override
    public void close() throws IOException {
        try {
            all.close();
        } catch (Exception e) {
            throw new IOException("Cannot close the files of a changelog", e);
        }
    }
}
