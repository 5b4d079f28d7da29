package dev.dictamen.gateway.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The settings of the composite score: defaults, every key, refusals. */
class ComparisonPropertiesTest {
    private static ComparisonProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("comparison", ComparisonProperties.class);
    }

    @Test
    void hasDefaults() {
        var defaults = bound(Map.of());

        assertThat(defaults.compositeWeights()).isEqualTo(new Composite.Weights(0.35, 0.35, 0.15, 0.15));
        assertThat(defaults.compositeTargets()).isEqualTo(new Composite.Targets(4.5, 6, 120));
    }

    @Test
    void takesEachNumberInItsPlace() {
        var bound = bound(Map.of("comparison.weights", "0.4,0.3,0.2,0.1", "comparison.targets", "5,8,60"));

        assertThat(bound.compositeWeights()).isEqualTo(new Composite.Weights(0.4, 0.3, 0.2, 0.1));
        assertThat(bound.compositeTargets()).isEqualTo(new Composite.Targets(5, 8, 60));
    }

    @Test
    void refusesWhatIsNoWeightingByName() {
        var targets = List.of(4.5, 6.0, 120.0);
        for (var weights : List.of(List.of(0.5, 0.5), List.of(0.4, 0.4, 0.4, -0.2), List.of(0.4, 0.4, 0.4, 0.4))) {
            assertThatThrownBy(() -> new ComparisonProperties(weights, targets))
                    .hasMessageContaining("COMPOSITE_WEIGHTS");
        }
    }

    @Test
    void refusesWhatIsNoTargetByName() {
        var weights = List.of(0.35, 0.35, 0.15, 0.15);
        for (var targets : List.of(List.of(4.5, 6.0), List.of(4.5, 0.0, 120.0), List.of(4.5, Double.NaN, 120.0))) {
            assertThatThrownBy(() -> new ComparisonProperties(weights, targets))
                    .hasMessageContaining("COMPOSITE_TARGETS");
        }
    }
}
