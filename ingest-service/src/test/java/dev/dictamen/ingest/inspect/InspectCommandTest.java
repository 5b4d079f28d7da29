package dev.dictamen.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arguments of inspect, and what is shown of values. */
class InspectCommandTest {
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
        assertThat(said()).contains("--url needs a value");
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
        var options = InspectOptions.of(List.of("--url", url), variable -> "");

        assertThat(options.url()).isEqualTo("jdbc:mysql://host/shop?sslMode=DISABLED");
        assertThat(options.username()).isEqualTo("me");
        assertThat(options.password()).isEqualTo("s@fe");
    }

    @Test
    void thePasswordComesFromTheNamedVariableElseFromSourcePassword() {
        var environment = Map.of("SOURCE_PASSWORD", "one", "OTHER", "two");
        var url = List.of("--url", URL);
        var named = List.of("--url", URL, "--password-env", "OTHER");

        assertThat(InspectOptions.of(url, name -> environment.getOrDefault(name, ""))
                        .password())
                .isEqualTo("one");
        assertThat(InspectOptions.of(named, name -> environment.getOrDefault(name, ""))
                        .password())
                .isEqualTo("two");
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
        return new InspectCommand(variable -> "")
                .run(List.of(arguments), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
