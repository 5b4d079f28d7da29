package dev.dictamen.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.ingest.inspect.login.DatabaseLogin;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The arguments of inspect, and what is shown of values. */
class InspectMainTest {
    private static final String URL = "jdbc:mysql://127.0.0.1:1/shop";
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void anUnknownOptionIsNamedWithThoseThereAre() {
        assertThat(run("--uri", URL)).isEqualTo(2);
        assertThat(said()).contains("--uri").contains("--url");
    }

    @Test
    void withoutAnAddressItSaysHowToGiveOne() {
        assertThat(run()).isEqualTo(2);
        assertThat(said()).contains("needs --url").contains("jdbc:mysql://host:3306/schema");
    }

    @Test
    void anOptionWithoutItsValueIsNamed() {
        assertThat(run("--url")).isEqualTo(2);
        assertThat(said()).contains("'--url'").contains("Exit codes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://host/shop", "nonsense", "jdbc:mysql://host:3306/", "jdbc:mysql:// x/y"})
    void anAddressOfAnotherKindIsShownBesideARightOne(String url) {
        assertThat(run("--url", url)).isEqualTo(2);
        assertThat(said()).contains("--url is " + url).contains("jdbc:mysql://host:3306/schema");
    }

    @Test
    void aVariableThatIsNotSetIsNamed() {
        assertThat(run("--url", URL, "--password-env", "NO_SUCH")).isEqualTo(2);
        assertThat(said()).contains("NO_SUCH").contains("export");
    }

    @Test
    void aServerThatIsNotThereIsNamedWithTheRemedyAndWithoutThePassword() {
        assertThat(run("--url", "jdbc:mysql://me:geheim@127.0.0.1:1/shop")).isEqualTo(3);
        assertThat(said())
                .contains("127.0.0.1:1 does not answer")
                .contains("--url")
                .doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://me:s%40fe@host/shop?sslMode=DISABLED",
                "jdbc:mysql://host/shop?user=me&sslMode=DISABLED&password=s%40fe",
                "jdbc:mysql://host/shop?user=me&password=s%40fe&sslMode=DISABLED"
            })
    void nameAndPasswordAreTakenOutOfTheAddress(String url) {
        var login = DatabaseLogin.in(url);

        assertThat(login.url()).isEqualTo("jdbc:mysql://host/shop?sslMode=DISABLED");
        assertThat(login.username()).isEqualTo("me");
        assertThat(login.password()).isEqualTo("s@fe");
    }

    @Test
    void thePasswordComesFromTheNamedVariableElseFromSourcePassword() {
        assertThat(passwordOf("--url", URL)).isEqualTo("one");
        assertThat(passwordOf("--url", URL, "--password-env", "OTHER")).isEqualTo("two");
        assertThat(passwordOf("--url", "jdbc:mysql://me:three@127.0.0.1:1/shop"))
                .isEqualTo("three");
    }

    private String passwordOf(String... arguments) {
        var environment = Map.of("SOURCE_PASSWORD", "one", "OTHER", "two");
        var inspect = new InspectMain(name -> environment.getOrDefault(name, ""), out());
        new CommandLine(inspect).parseArgs(arguments);
        return inspect.login().password();
    }

    @Test
    void helpTellsTheOptionsAndTheExitCodes() {
        assertThat(run("--help")).isEqualTo(0);
        assertThat(said())
                .contains("--url", "--username", "--password-env", "--out", "--no-presets")
                .contains("Exit codes", "does not answer")
                .doesNotContain("--password=");
    }

    @Test
    void noLetterAndNoDigitOfASampleSurvives() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var value = random.ints(30, 32, 0x2FFF)
                    .filter(Character::isDefined)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var masked = Mask.of(value);
            assertThat(masked.codePoints().filter(Character::isLetterOrDigit))
                    .as("seed %d, value %s", seed, value)
                    .allMatch(point -> point == 'x' || point == 'X' || point == '0');
            assertThat(masked).hasSize(value.codePointCount(0, value.length()));
        }
    }

    @Test
    void theShapeOfASampleStays() {
        assertThat(Mask.of("Ana-María 29, ana@x.io\n")).isEqualTo("Xxx-Xxxxx 00, xxx@x.xx ");
    }

    private int run(String... arguments) {
        return new InspectMain(variable -> "", out()).run(arguments);
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
