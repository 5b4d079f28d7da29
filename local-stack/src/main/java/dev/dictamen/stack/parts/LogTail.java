package dev.dictamen.stack.parts;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;

/** The end of a child's log, read for the sentence that says why it died. */
record LogTail(List<String> lines) {
    private static final int BYTES = 64 * 1024;
    private static final int LONGEST_REASON = 300;

    /** What was written from this place on, of that the last 64 KiB. */
    static LogTail of(Path log, long from) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(Math.min(from, file.length()), file.length() - BYTES));
            var bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            return new LogTail(new String(bytes, StandardCharsets.UTF_8).lines().toList());
        } catch (IOException unreadable) {
            return new LogTail(List.of());
        }
    }

    /** Makes room: a log that has grown past {@code limit} bytes becomes {@code <name>.1}. */
    static void rotate(Path log, long limit) throws IOException {
        if (Files.exists(log) && Files.size(log) > limit) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Spring's own description of a failed start, else the last error, else the last line. */
    String reason() {
        int described = lines.lastIndexOf("Description:");
        if (described >= 0) {
            return shorten(firstText(lines.subList(described + 1, lines.size())));
        }
        var reason = last(line -> line.startsWith("Caused by:"));
        if (reason.isEmpty()) {
            reason = last(line -> (line.contains("ERROR") || line.contains("Exception")) && !line.endsWith("Aborting"));
        }
        return shorten(reason.isEmpty() ? last(line -> !line.isBlank()) : reason);
    }

    private static String firstText(List<String> lines) {
        return lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    private String last(Predicate<String> wanted) {
        return lines.reversed().stream().filter(wanted).findFirst().orElse("");
    }

    private static String shorten(String line) {
        var text = line.strip();
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }
}
