package dev.dictamen.gateway.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of CSV that a spreadsheet does not calculate. */
class CsvTest {
    @Test
    void quotesWhatNeedsIt() {
        assertThat(Csv.line(List.of("plain", "a,b", "sagt \"ja\"", "zwei\nZeilen", "cr\rlf", "")))
                .isEqualTo("plain,\"a,b\",\"sagt \"\"ja\"\"\",\"zwei\nZeilen\",\"cr\rlf\",\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1"})
    void textThatBeginsAFormulaGetsAnApostrophe(String text) {
        assertThat(Csv.line(List.of(text)).replace("\"", "")).isEqualTo("'" + text + "\r\n");
    }

    @Test
    void anApostropheDoesNotHideBehindQuotes() {
        assertThat(Csv.line(List.of("=HYPERLINK(\"x\",\"y\")"))).isEqualTo("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
    }

    @Test
    void numbersAndTimesStayWhatTheyAreAndNothingIsEmpty() {
        assertThat(Csv.line(Arrays.asList(-2, null, Instant.parse("2026-11-20T08:00:00Z"))))
                .isEqualTo("-2,,2026-11-20T08:00:00Z\r\n");
    }
}
