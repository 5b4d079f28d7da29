package dev.dictamen.stack.replay;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many chats a second a replay may take: a number above 0, or {@code none} for as many as bulk may. */
final class RateArgument implements ITypeConverter<RateArgument.Rate> {
    /** @param perSecond null for no cap */
    record Rate(@Nullable Double perSecond) {
        static final Rate UNLIMITED = new Rate(null);

        String words() {
            return perSecond == null ? "as fast as bulk may" : "at most " + Figures.decimal(perSecond, 1) + "/s";
        }
    }

    @Override
    public Rate convert(String text) {
        if (text.equals("none")) {
            return Rate.UNLIMITED;
        }
        double rate = number(text);
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw refusal(text);
        }
        return new Rate(rate);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw refusal(text);
        }
    }

    private static TypeConversionException refusal(String text) {
        return new TypeConversionException("'" + text + "' is no rate: chats a second, above 0, or none");
    }
}
