package dev.dictamen.ingest.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A time is read where it is beyond doubt, and absent otherwise. */
class TimesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"2026-11-20T09:00:00Z\"           | 2026-11-20T09:00:00Z",
                "\"2026-11-20 09:00:00.5+01:00\"    | 2026-11-20T08:00:00.500Z",
                "\"2026-11-20t09:00:00z\"           | 2026-11-20T09:00:00Z",
                "\"2026-11-20T09:00:00-0330\"       | 2026-11-20T12:30:00Z",
                "\"2026-11-20T09:00:00 +01\"        | 2026-11-20T08:00:00Z",
                "\"2026-11-20T09:00Z\"              | 2026-11-20T09:00:00Z",
                "\"2026-11-20T09:00:00\"            | null",
                "\"2026-11-20\"                     | null",
                "\"2025-02-30T10:00:00Z\"           | null",
                "\"2025-02-28T25:61:00Z\"           | null",
                "\"ayer\"                           | null",
                "\"\"                               | null",
                "\"1989-12-31T23:59:59Z\"           | null",
                "\"9999-12-31T23:59:59Z\"           | null",
                "\"2099-01-01T00:00:00Z\"           | 2099-01-01T00:00:00Z",
                "1590446338                         | 2020-05-25T22:38:58Z",
                "1590446338.25                      | 2020-05-25T22:38:58.250Z",
                "1590446338250                      | 2020-05-25T22:38:58.250Z",
                "1590446338250001                   | 2020-05-25T22:38:58.250001Z",
                "0                                  | null",
                "-5                                 | null",
                "100000                             | null",
                "99999999999999999999               | null",
                "\"1590446338\"                     | null",
                "true                               | null",
                "{}                                 | null"
            })
    void aTimeIsReadOnlyBeyondDoubt(String json, String expected) {
        var node = StrictJson.object("{\"t\": " + json + "}").get("t");

        assertThat(String.valueOf(Times.read(Optional.ofNullable(node)))).isEqualTo(expected);
    }
}
