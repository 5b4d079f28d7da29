package dev.dictamen.gateway.comparison;

import dev.dictamen.contract.Word;
import dev.dictamen.kafka.ContractJson;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;

/** How an export is written. */
enum ExportFormat implements Word {
    CSV("text/csv;charset=UTF-8") {
        @Override
        String head() {
            return Csv.line(ExportLine.NAMES);
        }

        @Override
        String line(ExportLine line) {
            return Csv.line(line.fields().values());
        }
    },
    JSONL(MediaType.APPLICATION_NDJSON_VALUE) {
        @Override
        String head() {
            return "";
        }

        @Override
        String line(ExportLine line) {
            return ContractJson.mapper().writeValueAsString(line.fields()) + "\n";
        }
    };

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }

    /** What comes before the first line. */
    abstract String head();

    /** With its line end. */
    abstract String line(ExportLine line);

    String text(List<ExportLine> page) {
        return page.stream().map(this::line).collect(Collectors.joining());
    }
}
