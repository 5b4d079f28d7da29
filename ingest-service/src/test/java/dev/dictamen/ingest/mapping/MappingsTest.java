package dev.dictamen.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A mapping is understood whole, or refused with the key, or the line where no key can be read. */
class MappingsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("dev.dictamen.ingest.mapping.Mappings#PRESETS")
    void everyPresetIsUnderstood(String preset) {
        assertThat(Mappings.of(preset).name()).isEqualTo(preset);
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        var mapping = SampleMapping.mapping();

        assertThat(mapping.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(mapping.tablePrefix()).isEmpty();
        assertThat(mapping.chat().changeTimes()).containsExactly("closed_at");
        assertThat(mapping.messages().order()).containsExactly("id");
        assertThat(mapping.messages().clean()).isEmpty();
    }

    @Test
    void aFileIsReadWhereNoPresetHasThatName() throws IOException {
        var file = Files.writeString(folder.resolve("mine.yml"), SampleMapping.YAML);

        assertThat(Mappings.of(file.toString())).isEqualTo(SampleMapping.mapping());
    }

    @Test
    void anUnknownNameIsRefusedWithThePresets() {
        assertThatThrownBy(() -> Mappings.of("livehelpchat"))
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll("SOURCE_MAPPING", "livehelpchat", "livehelperchat", "whaticket");
    }

    @Test
    void anUnknownKeyIsNamedWithTheNearestThereIs() {
        refused("closed: {", "openAt: opened\n  closed: {")
                .hasMessage(
                        "the mapping mine.yml is not understood: chat.openAt: there is no such key; nearest: openedAt");
    }

    @Test
    void aMissingKeyIsNamed() {
        refused("  key: id\n  closed:", "  closed:")
                .hasMessage("the mapping mine.yml is not understood: chat: the key chat.key is missing");
        refused("  text: body\n", "").hasMessageContaining("messages.text is missing");
        refused("name: sample\n", "").hasMessageContaining("name is missing");
    }

    @Test
    void aChatWithoutAnyTimeOfItsOwnIsRefused() {
        refused("  closedAt: closed_at\n", "").hasMessageContainingAll("closedAt", "changedAt");
    }

    @Test
    void messagesWithoutRolesAreRefused() {
        refused("roles: [{role: customer, when: {kind: 1}}]", "roles: []").hasMessageContaining("messages.roles");
        refused("role: customer", "role: client").hasMessageContainingAll("messages.roles[0].role", "client");
    }

    @Test
    void aConditionThatDoesNotExistIsNamedWithTheKnownOnes() {
        refused("{status: 2}", "{status: {over: 2}}").hasMessageContainingAll("closed", "over", "above", "bits");
        refused("{status: 2}", "{status: {above: two}}").hasMessageContainingAll("closed", "number", "two");
    }

    @Test
    void anUnknownZoneIsNamed() {
        refused("name: sample", "name: sample\nzone: Bogota").hasMessageContainingAll("zone", "Bogota");
    }

    @Test
    void textThatIsNoYamlIsRefusedWithTheLine() {
        refused("{status: 2}", "{status: 2").hasMessageContainingAll("mine.yml", "line 6");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(String part, String instead) {
        assertThat(SampleMapping.YAML).contains(part);
        var yaml = SampleMapping.YAML.replace(part, instead);
        return assertThatThrownBy(() -> Mappings.parse(yaml, "mine.yml")).isInstanceOf(MappingException.class);
    }
}
