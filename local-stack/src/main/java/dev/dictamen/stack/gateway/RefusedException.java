package dev.dictamen.stack.gateway;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's answer is no; the message is a sentence for the person who asked. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int status;

    private RefusedException(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /** With the reason that {@code problem} gives, which should be by RFC 9457. */
    static RefusedException of(int status, String problem) {
        var detail = detail(problem);
        var sentence = detail.isEmpty()
                ? "The gateway answered " + status + "; see logs/api-gateway.log"
                : "The gateway refused: " + detail;
        return new RefusedException(status, sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    /** Whether what was asked for makes no sense or is not there, whoever asks. */
    boolean isMisuse() {
        return status == 400 || status == 404;
    }

    private static String detail(String problem) {
        try {
            return JSON.readTree(problem).path("detail").asString("").replaceAll("\\s+", " ");
        } catch (JacksonException notJson) {
            return "";
        }
    }
}
