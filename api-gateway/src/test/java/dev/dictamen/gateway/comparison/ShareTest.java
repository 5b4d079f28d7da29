package dev.dictamen.gateway.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares with Wilson's interval. */
class ShareTest {
    @ParameterizedTest
    @CsvSource({"15, 148, 0.062386, 0.160487", "0, 20, 0, 0.161125", "3, 20, 0.052369, 0.360419"})
    void hasWilsonsInterval(long count, long total, double low, double high) {
        var share = Share.of(count, total);

        assertThat(share.share()).isCloseTo((double) count / total, within(1e-12));
        assertThat(share.low()).isCloseTo(low, within(1e-6));
        assertThat(share.high()).isCloseTo(high, within(1e-6));
        assertThat(share.enough()).isTrue();
    }

    @Test
    void ofFewChatsItIsNotToBeRanked() {
        assertThat(Share.of(3, 19).enough()).isFalse();
        assertThat(Share.of(3, 19).share()).isNotNull();
    }

    @Test
    void ofNoChatsThereIsNone() {
        assertThat(Share.of(0, 0)).isEqualTo(new Share(0, null, null, null, false));
    }
}
