package dev.dictamen.ingest.mapping;

/** The smallest mapping there is. */
final class SampleMapping {
    static final String YAML = """
            name: sample
            chat:
              table: chats
              key: id
              closed: {status: 2}
              closedAt: closed_at
            messages:
              table: lines
              key: id
              chat: chat_id
              text: body
              roles: [{role: customer, when: {kind: 1}}]
            """;

    private SampleMapping() {}

    static SourceMapping mapping() {
        return Mappings.parse(YAML, "sample");
    }

    /** With one part of the text replaced. */
    static SourceMapping with(String part, String instead) {
        return Mappings.parse(YAML.replace(part, instead), "sample");
    }
}
