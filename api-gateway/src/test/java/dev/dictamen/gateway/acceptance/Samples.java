package dev.dictamen.gateway.acceptance;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The golden samples of the contract. */
final class Samples {
    private Samples() {}

    static JsonNode read(String sample) {
        return JsonMapper.shared().readTree(Samples.class.getResourceAsStream("/samples/" + sample));
    }
}
