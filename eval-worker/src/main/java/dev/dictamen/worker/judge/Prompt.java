package dev.dictamen.worker.judge;

import dev.dictamen.contract.replay.JudgePrompt;
import dev.dictamen.worker.transcript.Figures;
import dev.dictamen.worker.transcript.Tokens;
import java.util.List;

/**
 * One version of the words that the judge is asked with: the instructions, the task that carries the chat, the request for a repair,
 * and the schema of an answer.
 */
public class Prompt {
    private final JudgePrompt.Version version;
    private final String hash;
    private final String instructions;
    private final int systemTokens;

    public Prompt(JudgePrompt.Version version) {
        this.version = version;
        this.hash = version.hash();
        this.instructions =
                version.texts().instructions() + "\n# Response Formats\n\n## evaluation\n\n" + version.schema() + "\n";
        this.systemTokens = Tokens.FIXED + Tokens.in(instructions);
    }

    public String version() {
        return version.version();
    }

    /** SHA-256 of every word of this version, hex. */
    public String hash() {
        return hash;
    }

    JudgePrompt.Parameters parameters() {
        return version.parameters();
    }

    /** The system message, the schema included as the harmony format asks. */
    String instructions() {
        return instructions;
    }

    /** What the system message costs, and what every prompt has besides. */
    int systemTokens() {
        return systemTokens;
    }

    /** The figures, the chat as data between two lines of a delimiter, then the task once more. */
    String task(String delimiter, Figures figures, String chat) {
        return version.texts()
                .task()
                .replace("{first_response}", figures.firstResponse())
                .replace("{longest_wait}", figures.longestWait())
                .replace("{duration}", figures.duration())
                .replace("{delimiter}", delimiter)
                .replace("{chat}", chat);
    }

    /** What was wrong with an answer, and the request for a better one. */
    String repair(List<String> errors) {
        return version.texts().repair().replace("{errors}", "- " + String.join("\n- ", errors));
    }

    String schema() {
        return version.schema();
    }
}
