package dev.dictamen.stack.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.terminal.Commands;
import dev.dictamen.stack.testing.FakeReplays;
import dev.dictamen.stack.testing.RecordedTerminal;
import dev.dictamen.stack.testing.RunningHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

class PromptCommandTest {
    @TempDir
    Path folder;

    private final RecordedTerminal terminal = new RecordedTerminal();
    private FakeReplays gateway;

    @Command(name = "./dictamen")
    private static final class Root {}

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeReplays();
        Files.writeString(folder.resolve("instructions.md"), "You are strict.\r\n");
        Files.writeString(folder.resolve("task.md"), "{delimiter}{chat}\n");
        Files.writeString(folder.resolve("repair.md"), "{errors}\n");
        Files.writeString(folder.resolve("schema.json"), "{\"type\":\"object\"}\n");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void listsEachVersionAndWhichIsLive() throws Exception {
        assertThat(run("list")).isZero();

        assertThat(terminal.text())
                .containsPattern("2026-12-1 +- +9f86d081884c +0.1 +7 +1500 +2026-11-20T09:00:00Z +eval-worker\n")
                .containsPattern("2026-11-3 +live ");
    }

    @Test
    void listsAsJson() throws Exception {
        run("list", "-o", "json");

        assertThat(JsonMapper.shared()
                        .readTree(terminal.text())
                        .at("/live/ask/promptVersion")
                        .asString())
                .isEqualTo("2026-11-3");
    }

    @Test
    void showsEveryWordOfAVersion() throws Exception {
        assertThat(run("show", "2026-11-3")).isZero();

        assertThat(terminal.text())
                .contains("2026-11-3 (live), published by eval-worker at 2026-11-20T09:00:00Z\n")
                .contains("temperature 0.1, seed 7, at most 1500 tokens\n")
                .contains("--- instructions\nYou are an expert.\nBe fair.\n")
                .contains(
                        "--- task\n{delimiter}{chat}\n",
                        "--- repair\n{errors}\n",
                        "--- schema\n{\"type\":\"object\"}\n");
    }

    @Test
    void anUnknownVersionEndsWithTwoAndNamesThoseThatAre() throws Exception {
        assertThat(run("show", "2027/1")).isEqualTo(2);

        assertThat(terminal.text()).contains("no prompt version 2027/1; there are 2026-12-1, 2026-11-3");
    }

    @Test
    void publishesAVersionFromFiles() throws Exception {
        assertThat(add("v2")).isZero();

        assertThat(gateway.asked())
                .containsExactly("/prompts {\"version\":\"v2\",\"texts\":{\"instructions\":\"You are strict.\\n\","
                        + "\"task\":\"{delimiter}{chat}\",\"repair\":\"{errors}\"}}");
        assertThat(terminal.text())
                .isEqualTo("v2 is published; try it out: ./dictamen replay create --all --prompt v2\n");
    }

    @Test
    void parametersThatAreNotGivenAreTheLiveVersions() throws Exception {
        assertThat(add("v2", "--temperature", "0.7", "--schema", file("schema.json"), "-o", "json"))
                .isZero();

        assertThat(gateway.asked())
                .singleElement()
                .asString()
                .endsWith("\"schema\":\"{\\\"type\\\":\\\"object\\\"}\","
                        + "\"parameters\":{\"temperature\":0.7,\"seed\":7,\"maxTokens\":1500}}");
        assertThat(JsonMapper.shared().readTree(terminal.text()).path("version").asString())
                .isEqualTo("v2");
    }

    @Test
    void everyParameterCanBeGiven() throws Exception {
        add("v2", "--temperature", "0", "--seed", "3", "--max-tokens", "900");

        assertThat(gateway.asked())
                .singleElement()
                .asString()
                .endsWith("\"parameters\":{\"temperature\":0.0,\"seed\":3,\"maxTokens\":900}}");
    }

    @Test
    void aVersionThatSaysSomethingElseIsRefused() throws Exception {
        assertThat(add("2026-11-3")).isEqualTo(1);

        assertThat(terminal.text()).isEqualTo("The gateway refused: 2026-11-3 says something else already\n");
    }

    @Test
    void aFileThatIsNotThereEndsWithTwo() throws Exception {
        assertThat(add("v2", "--schema", file("absent.json"), "-o", "json")).isEqualTo(2);

        assertThat(JsonMapper.shared().readTree(terminal.text()).path("error").asString())
                .contains("There is no file", "absent.json");
        assertThat(gateway.asked()).isEmpty();
    }

    @Test
    void aFileThatIsNoTextEndsWithTwo() throws Exception {
        Files.write(folder.resolve("task.md"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(add("v2")).isEqualTo(2);

        assertThat(terminal.text()).contains("task.md is not UTF-8 text");
    }

    @Test
    void goesBackToThePreviousPrompt() throws Exception {
        assertThat(run("previous")).isZero();

        assertThat(terminal.text()).isEqualTo("live chats are asked with 2026-11-2 from now on\n");
    }

    @Test
    void withoutAPreviousPromptItStays() throws Exception {
        gateway.haveNoneLive();

        assertThat(run("previous")).isEqualTo(1);

        assertThat(terminal.text()).contains("there is no previous prompt");
    }

    private int add(String version, String... options) throws Exception {
        var words = new ArrayList<>(List.of("add", version));
        words.addAll(List.of("--instructions", file("instructions.md")));
        words.addAll(List.of("--task", file("task.md"), "--repair", file("repair.md")));
        words.addAll(List.of(options));
        return run(words.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... words) throws Exception {
        var all = new ArrayList<>(List.of("prompt"));
        all.addAll(List.of(words));
        try (var running = new RunningHome(folder.resolve("home"), gateway.address(), FakeReplays.TOKEN)) {
            var command = PromptCommand.of(running.home(), StackSettings.load(), terminal.terminal());
            return Commands.of(terminal.terminal(), new Root(), command).execute(all.toArray(String[]::new));
        }
    }
}
