package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.inspect.draft.Yaml;
import dev.dictamen.ingest.mapping.LiveSchema;
import dev.dictamen.ingest.mapping.MappingCheck;
import dev.dictamen.ingest.mapping.Mappings;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A chat product that is known by its tables.
 *
 * @param prefix what stands before its tables' names; "" mostly
 * @param yaml its mapping for this database
 */
record Recognition(String preset, String prefix, String yaml) {
    private static final Map<String, String> PRODUCTS =
            Map.of("livehelperchat", "Live Helper Chat", "whaticket", "Whaticket");

    /** The product's name as people write it. */
    String product() {
        return PRODUCTS.getOrDefault(preset, preset);
    }

    /** The preset all of whose tables and columns are there. */
    static Optional<Recognition> of(LiveSchema schema) {
        return Mappings.PRESETS.stream()
                .flatMap(preset -> of(preset, schema).stream())
                .findFirst();
    }

    private static Optional<Recognition> of(String preset, LiveSchema schema) {
        var text = Mappings.presetText(preset);
        var table = Mappings.parse(text, preset).chat().table();
        return schema.tableNames().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(table.toLowerCase(Locale.ROOT)))
                .map(name -> name.substring(0, name.length() - table.length()))
                .sorted(Comparator.comparingInt(String::length))
                .map(prefix -> new Recognition(preset, prefix, prefixed(text, prefix)))
                .filter(found -> MappingCheck.of(Mappings.parse(found.yaml(), preset), schema)
                        .problems()
                        .isEmpty())
                .findFirst();
    }

    private static String prefixed(String text, String prefix) {
        return prefix.isEmpty()
                ? text
                : text.replaceFirst(
                        "(?m)^name: .*$",
                        "$0\n# guessed because its tables are called so\ntablePrefix: " + Yaml.scalar(prefix));
    }
}
