package dev.dictamen.ingest.records;

import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** Reads CSV line by line into records under the names of its header; blank fields are left out. Not for several threads. */
public final class CsvRecords implements AutoCloseable {
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY)
            .enable(CsvReadFeature.SKIP_EMPTY_LINES)
            .build();

    private final MappingIterator<String[]> rows;
    private final int linesBefore;
    private final List<String> names;
    private long number;
    private long line;

    /** Reads the header. */
    public CsvRecords(Reader text, CsvHead head) {
        var schema = CsvSchema.emptySchema().withColumnSeparator(head.delimiter());
        this.rows = CSV.readerFor(String[].class).with(schema).readValues(text);
        this.linesBefore = head.linesBefore();
        for (int i = 0; i < linesBefore && rows.hasNextValue(); i++) {
            rows.nextValue();
        }
        this.names = rows.hasNextValue() ? CsvHead.names(rows.nextValue()) : List.of();
        this.line = rows.currentLocation().getLineNr();
    }

    /** The next record; null at the end. */
    public @Nullable FileRecord next() {
        if (!rows.hasNextValue()) {
            return null;
        }
        var row = rows.nextValue();
        var record = record(row, line);
        line = rows.currentLocation().getLineNr();
        return record;
    }

    private FileRecord record(String[] row, long firstLine) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        int filled = 0;
        for (int i = 0; i < row.length; i++) {
            if (!row[i].isBlank()) {
                filled = i + 1;
                if (i < names.size() && !value.has(names.get(i))) {
                    value.put(names.get(i), row[i]);
                }
            }
        }
        var problem = filled <= names.size()
                ? ""
                : "it has " + filled + " columns, the header " + names.size()
                        + "; is a text with a delimiter in it not quoted?";
        return new FileRecord(firstLine, ++number, 0, value, problem);
    }

    @Override
    public void close() {
        rows.close();
    }
}
