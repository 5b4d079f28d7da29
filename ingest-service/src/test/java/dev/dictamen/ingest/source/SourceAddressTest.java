package dev.dictamen.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The address of a chat database. */
class SourceAddressTest {
    @Test
    void anAddressIsTakenApart() {
        var address = SourceAddress.of("jdbc:mysql://chats.example.net:3307/lhc?sslMode=REQUIRED&x=1");

        assertThat(address.host()).isEqualTo("chats.example.net");
        assertThat(address.port()).isEqualTo(3307);
        assertThat(address.schema()).isEqualTo("lhc");
        assertThat(address.sslMode()).isEqualTo("required");
    }

    @Test
    void mariaDbsSpellingAndTheUsualPortMeanTheSame() {
        var address = SourceAddress.of("jdbc:mariadb://chats.example.net/lhc");

        assertThat(address.jdbcUrl()).isEqualTo("jdbc:mysql://chats.example.net/lhc");
        assertThat(address.port()).isEqualTo(3306);
        assertThat(address.sslMode()).isEqualTo("preferred");
    }

    @Test
    void whatIsNoAddressIsRefusedWithoutItsPassword() {
        assertThatThrownBy(() -> SourceAddress.of("jdbc:postgresql://eva:secret@host/x?password=secret"))
                .hasMessageContaining("SOURCE_URL is jdbc:postgresql://***@host/x?password=***")
                .hasMessageContaining("must be like");
    }
}
