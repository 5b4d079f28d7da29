package dev.dictamen.stack.testing;

import dev.dictamen.stack.testing.FakeServer.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's prompts in a test: the versions 2026-11-3, which may be live, and 2026-12-1. */
final class FakePrompts {
    private static final JsonMapper JSON = JsonMapper.shared();
    private boolean live = true;

    void haveNoneLive() {
        live = false;
    }

    boolean isKnown(String version) {
        return version.equals("2026-11-3") || version.equals("2026-12-1");
    }

    String live(String version) {
        return """
                {"type":"live","ask":{"promptVersion":"%s","model":null,"temperature":0.2,"seed":null},"previous":null,
                 "replay":null,"by":"ana","at":"2026-11-21T18:30:00Z"}""".formatted(version);
    }

    /** @param path what follows {@code /api/prompts} */
    Answer get(String path) {
        if (path.isEmpty()) {
            var live = this.live ? live("2026-11-3") : "null";
            return new Answer(
                    200,
                    "{\"live\":%s,\"versions\":[%s,%s]}"
                            .formatted(live, version("2026-12-1", false), version("2026-11-3", this.live)));
        }
        var version = path.substring(1);
        return isKnown(version)
                ? new Answer(200, version(version, version.equals("2026-11-3")))
                : new Answer(
                        404,
                        "{\"detail\":\"no prompt version %s; there are 2026-12-1, 2026-11-3\"}".formatted(version));
    }

    Answer post(String path, String body) {
        if (path.equals("/live/previous")) {
            return live
                    ? new Answer(200, live("2026-11-2"))
                    : new Answer(409, "{\"detail\":\"there is no previous prompt\"}");
        }
        JsonNode version = JSON.readTree(body);
        var name = version.path("version").asString();
        return isKnown(name)
                ? new Answer(409, "{\"detail\":\"%s says something else already\"}".formatted(name))
                : new Answer(201, version(name, false));
    }

    private static String version(String version, boolean live) {
        return """
                {"version":"%s","hash":"9f86d081884c7d659a2feaa0","parameters":{"temperature":0.1,"seed":7,"maxTokens":1500},
                 "publishedBy":"eval-worker","publishedAt":"2026-11-20T09:00:00Z","live":%s,
                 "texts":{"instructions":"You are an expert.\\nBe fair.","task":"{delimiter}{chat}","repair":"{errors}"},
                 "schema":"{\\"type\\":\\"object\\"}"}""".formatted(version, live);
    }
}
