package dev.dictamen.stack.importing;

import dev.dictamen.stack.file.SourceFile;
import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.Terminal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person is told at the end of an import, and how it ends. */
final class ImportEnd {
    private final Terminal terminal;
    private final SourceFile file;
    private final Tally tally;
    private final ImportReport report;

    ImportEnd(Terminal terminal, SourceFile file, Tally tally, ImportReport report) {
        this.terminal = terminal;
        this.file = file;
        this.tally = tally;
        this.report = report;
    }

    /** @param conversion null for a file in our own form */
    int tell(Optional<String> broken, @Nullable ConversionSummary conversion, long startedNanos) {
        summarize(Duration.ofNanos(System.nanoTime() - startedNanos), conversion);
        tellTimes(conversion);
        broken.ifPresent(why -> terminal.say(file.name() + ": " + why + "; what came before it was sent"));
        for (var rejection : tally.first()) {
            terminal.say("  %s: %s".formatted(rejection.place(), rejection.reason()));
        }
        if (tally.rejected() > 0) {
            terminal.say("  every rejected line with its reason: " + report.path());
        }
        return broken.isPresent() ? ExitCode.FAILED : tally.rejected() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
    }

    private void summarize(Duration took, @Nullable ConversionSummary conversion) {
        long records = tally.accepted() + tally.rejected();
        if (records == 0 && conversion == null) {
            terminal.say(file.name() + ": 0 records, the file is empty");
            return;
        }
        terminal.say("%s: %d accepted, %d rejected, %s%s"
                .formatted(
                        file.name(),
                        tally.accepted(),
                        tally.rejected(),
                        Terminal.seconds(took),
                        conversion == null ? "" : ", read as " + conversion.format()));
        if (conversion != null) {
            conversion.leftOut().forEach((why, count) -> terminal.say("  %d left out: %s".formatted(count, why)));
        }
    }

    private void tellTimes(@Nullable ConversionSummary conversion) {
        var times = conversion == null
                ? tally.times()
                : tally.times().and(new UnreadTimes(conversion.unreadTimes(), conversion.examples()));
        if (times.count() > 0) {
            terminal.say("  %d %s could not be read, like %s: there is none in the chats%s"
                    .formatted(
                            times.count(),
                            times.count() == 1 ? "time" : "times",
                            String.join(", ", times.examples()),
                            remedy(conversion)));
        }
    }

    private static String remedy(@Nullable ConversionSummary conversion) {
        if (conversion == null) {
            return "; a time needs a date, a clock and an offset, like 2026-11-20T09:00:00Z";
        }
        return conversion.lacksZone()
                ? "; say in which zone they are: --zone America/Bogota"
                : "; say how they are written: --times \"dd/MM/yyyy HH:mm\" --zone America/Bogota";
    }
}
