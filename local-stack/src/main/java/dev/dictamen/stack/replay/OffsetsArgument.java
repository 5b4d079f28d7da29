package dev.dictamen.stack.replay;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code TOPIC:PARTITION:FROM-TO}. */
final class OffsetsArgument implements ITypeConverter<OffsetsArgument.Offsets> {
    private static final Pattern FORM =
            Pattern.compile("(?<topic>[A-Za-z0-9._-]+):(?<partition>\\d{1,6}):(?<from>\\d{1,18})-(?<to>\\d{1,18})");

    /**
     * A stretch of one partition.
     *
     * @param from the first offset
     * @param to one past the last
     */
    record Offsets(String topic, int partition, long from, long to) {}

    @Override
    public Offsets convert(String text) {
        var found = FORM.matcher(text);
        if (!found.matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is no stretch of offsets: TOPIC:PARTITION:FROM-TO, TO being one past the last");
        }
        var offsets = new Offsets(
                found.group("topic"),
                Integer.parseInt(found.group("partition")),
                Long.parseLong(found.group("from")),
                Long.parseLong(found.group("to")));
        if (offsets.to < offsets.from) {
            throw new TypeConversionException("'" + text + "' ends before it begins");
        }
        return offsets;
    }
}
