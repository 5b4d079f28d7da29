package dev.dictamen.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrantsTest {
    @Test
    void readsWhatIsGrantedEverywhere() {
        var grants = Grants.of(List.of(
                "GRANT REPLICATION SLAVE, BINLOG MONITOR ON *.* TO `u`@`%` IDENTIFIED BY PASSWORD '*D8'",
                "GRANT SELECT ON `chats`.* TO `u`@`%`"));

        assertThat(grants.everywhere()).containsExactlyInAnyOrder("REPLICATION SLAVE", "BINLOG MONITOR");
    }

    @Test
    void takesNoPrivilegeForAnotherWhoseNameItBegins() {
        var grants = Grants.of(List.of("GRANT REPLICATION SLAVE ADMIN ON *.* TO `u`@`%`"));

        assertThat(grants.has("REPLICATION SLAVE")).isFalse();
    }

    @Test
    void allPrivilegesHoldEach() {
        var grants = Grants.of(List.of("GRANT ALL PRIVILEGES ON *.* TO `root`@`127.0.0.1` WITH GRANT OPTION"));

        assertThat(grants.has("REPLICATION SLAVE")).isTrue();
    }

    @Test
    void theNameOfARoleHoldsNothing() {
        var grants = Grants.of(List.of("GRANT `follow`@`%` TO `u`@`%`", "SET DEFAULT ROLE `follow` FOR `u`@`%`"));

        assertThat(grants.everywhere()).isEmpty();
    }
}
