package dev.dictamen.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import dev.dictamen.ingest.mapping.LiveSchema.Traits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One text for one key, whichever side gives it. */
class KeyTypeTest {
    private static final String UUID = "7f0c1e2a-9b3d-4c5e-8f60-a1b2c3d4e500";
    private static final byte[] BYTES = HexFormat.of().parseHex(UUID.replace("-", ""));

    @Test
    void wholeNumbersAreTheirDigitsOnBothSidesOfTheSign() {
        var type = type("bigint", "bigint unsigned", null);

        assertThat(type.text(new BigInteger("18446744073709551610"))).contains("18446744073709551610");
        assertThat(type.text(new BigDecimal("18446744073709551610"))).contains("18446744073709551610");
        assertThat(type.text("00071")).contains("71");
        assertThat(type.text(-5)).contains("-5");
        assertThat(type.text("none")).isEmpty();
        assertThat(type.text("1e999999999")).isEmpty();
        assertThat(type.bound("71")).contains(71L);
        assertThat(type.bound("18446744073709551610")).contains(new BigDecimal("18446744073709551610"));
    }

    @Test
    void decimalsHaveNoZerosAtTheirEnd() {
        var type = type("decimal", "decimal(10,2)", null);

        assertThat(type.text(new BigDecimal("7.50"))).contains("7.5");
        assertThat(type.text(new BigDecimal("100.00"))).contains("100");
    }

    @Test
    void sixteenBytesAreAUuidInTheirOrderFilledUpWithZeros() {
        var type = type("binary", "binary(16)", null);

        assertThat(type.text(BYTES)).contains(UUID);
        assertThat(type.text(ByteBuffer.wrap(BYTES, 0, 15))).contains(UUID);
        assertThat(type.text(UUID.replace("-", ""))).contains(UUID);
        assertThat(type.bound(UUID))
                .hasValueSatisfying(bound -> assertThat((byte[]) bound).isEqualTo(BYTES));
        assertThat(type.bound("no uuid")).isEmpty();
    }

    @Test
    void otherBytesAreHexadecimal() {
        assertThat(type("binary", "binary(3)", null).text(new byte[] {1})).contains("010000");
        assertThat(type("binary", "binary(1)", null).text(new byte[] {1})).contains("01");
        assertThat(type("varbinary", "varbinary(16)", null).text(new byte[] {1, 0}))
                .contains("0100");
    }

    @Test
    void blanksAtTheEndOfTextCountWhereTheyCountToTheServer() {
        assertThat(type("varchar", "varchar(9)", "utf8mb4_general_ci").text("a "))
                .contains("a");
        assertThat(type("varchar", "varchar(9)", "utf8mb4_0900_ai_ci").text("a "))
                .contains("a ");
        assertThat(type("varchar", "varchar(9)", "utf8mb4_uca1400_nopad_ai_ci").text("a "))
                .contains("a ");
        assertThat(type("char", "char(9)", "utf8mb4_0900_ai_ci").text("a  ")).contains("a");
    }

    @Test
    void onlyBinaryCollationsTellAllTextsApart() {
        assertThat(type("varchar", "varchar(9)", "utf8mb4_0900_ai_ci").isSpelledFreely())
                .isTrue();
        assertThat(type("varchar", "varchar(9)", "utf8mb4_bin").isSpelledFreely())
                .isFalse();
        assertThat(type("int", "int", null).isSpelledFreely()).isFalse();
    }

    @Test
    void textOfACharacterSetThatTheLogsReaderMayNotKnowIsFaithfulWhereItIsPlain() {
        assertThat(type("varchar", "varchar(9)", "hp8_english_ci").isFaithful("A-1"))
                .isTrue();
        assertThat(type("varchar", "varchar(9)", "hp8_english_ci").isFaithful("Ñ"))
                .isFalse();
        assertThat(type("varchar", "varchar(9)", "utf8mb4_bin").isFaithful("Ñ")).isTrue();
        assertThat(type("varchar", "varchar(9)", "utf8mb4_bin").isFaithful("\uFFFD"))
                .isFalse();
    }

    private static KeyType type(String type, String full, @Nullable String collation) {
        return KeyType.of(new LiveColumn("id", type, full, new Traits(collation, false, "")))
                .orElseThrow();
    }
}
