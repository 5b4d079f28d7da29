package dev.dictamen.simulator.obedience;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The part of a turn that is not data: what stands outside a JSON array between two equal delimiter lines. */
final class Undelimited {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^(=====[0-9a-f]{24}=====)\\R(.*?)\\R\\1$");

    private Undelimited() {}

    /**
     * The text that speaks to the model. A message within the data speaks too when it holds raw control tokens or characters
     * that no reader sees, since those reach a model beside the words.
     */
    static String of(String turn) {
        var spoken = new StringBuilder();
        int from = 0;
        for (var block = BLOCK.matcher(turn); block.find(); from = block.end()) {
            spoken.append(turn, from, block.start()).append('\n').append(spokenWithin(block));
        }
        return spoken.append(turn, from, turn.length()).toString();
    }

    private static String spokenWithin(Matcher block) {
        var spoken = new StringBuilder();
        try {
            var array = JSON.readTree(block.group(2));
            if (!array.isArray()) {
                return block.group(2);
            }
            collect(array, spoken);
        } catch (JacksonException e) {
            return block.group(2);
        }
        return spoken.toString();
    }

    private static void collect(JsonNode node, StringBuilder spoken) {
        if (node.isString() && Disguise.isIn(node.asString())) {
            spoken.append(node.asString()).append('\n');
        }
        node.values().forEach(child -> collect(child, spoken));
    }
}
