package dev.dictamen.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.kafka.ContractJson;
import dev.dictamen.testing.data.Samples;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class CloseCodeTest {
    @Test
    void theDashboardsTableIsTheSame() {
        var table = ContractJson.mapper()
                .readValue(Samples.json("close-codes"), new TypeReference<Map<String, Integer>>() {});

        assertThat(Arrays.stream(CloseCode.values()).collect(Collectors.toMap(CloseCode::word, CloseCode::code)))
                .isEqualTo(table);
    }
}
