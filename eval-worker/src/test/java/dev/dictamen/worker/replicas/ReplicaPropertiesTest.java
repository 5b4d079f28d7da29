package dev.dictamen.worker.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ReplicaPropertiesTest {
    @ParameterizedTest
    @ValueSource(strings = {"gpu:8000", "/v1", "ftp://gpu:8000", "http:///v1", "http://gpu:8000 http://gpu:8000"})
    void anAddressThatNoCallCouldReachStopsTheStart(String replicas) {
        assertThatThrownBy(() -> properties(replicas.split(" "))).hasMessageContaining("JUDGE_REPLICAS");
    }

    @Test
    void bulkHoldsItsShareOfAReplicaAndAtLeastOnePermit() {
        assertThat(properties("http://gpu:1").bulkCap(1)).isEqualTo(1);
    }

    @Test
    void noAddressAtAllIsAnEmptyList() {
        var source = new MapConfigurationPropertySource(Map.of("vllm.replicas", ""));

        var properties =
                new Binder(source).bind("vllm", ReplicaProperties.class).get();

        assertThat(properties.replicas()).isEmpty();
    }

    private static ReplicaProperties properties(String... replicas) {
        return Properties.of(Arrays.stream(replicas).map(URI::create).toList(), 1, 0.7);
    }
}
