package dev.dictamen.ingest.follow;

import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.database.TestDatabase;

/**
 * A type of keys, with three of its values as SQL: {@code old} closed before, {@code live} closes while it is followed, {@code gone} is
 * deleted right after its close. {@code spelled} is {@code old} as a late message may spell it.
 */
enum KeyCase {
    UNSIGNED("BIGINT UNSIGNED", "18446744073709551610", "9223372036854775808", "12"),
    BINARY_UUID(
            "BINARY(16)",
            "X'7f0c1e2a9b3d4c5e8f60a1b2c3d4e5f6'",
            "X'0123456789ab4cde8f0123456789ab00'",
            "X'00000000000000000000000000000000'"),
    ANY_CASE("VARCHAR(40) COLLATE utf8mb4_general_ci", "'AÑO-1'", "'Straße 2'", "'x'"),
    INT_ZEROFILL("INT(10) UNSIGNED ZEROFILL", "71", "4294967295", "1"),
    MEDIUM("MEDIUMINT", "-71", "8388607", "1"),
    TINY_UNSIGNED("TINYINT UNSIGNED", "200", "255", "1"),
    SIGNED("BIGINT", "-5", "9223372036854775807", "1"),
    DECIMALS("DECIMAL(22,2)", "7.50", "18446744073709551610.25", "100"),
    VARBINARY("VARBINARY(20)", "X'0a00'", "X'ff'", "X'4142'"),
    SHORT_BINARY("BINARY(6)", "X'0a0b00000000'", "X'ffffffffff00'", "X'000000000001'"),
    FIXED("CHAR(12) COLLATE utf8mb4_general_ci", "'AB-1'", "'ñ'", "'gone'"),
    STRICT("VARCHAR(40) COLLATE utf8mb4_bin", "'AB-1'", "'ab-1'", "'AB-2'"),
    LATIN("VARCHAR(40) CHARACTER SET latin1", "'AÑO'", "'ñandú'", "'x'"),
    TEXT_UUID("CHAR(36) CHARACTER SET ascii", "'7f0c1e2a-9b3d-4c5e-8f60-a1b2c3d4e5f6'", "'ABC'", "'x'"),
    MARIADB_UUID(
            "UUID",
            "'7f0c1e2a-9b3d-4c5e-8f60-a1b2c3d4e5f6'",
            "'01234567-89ab-4cde-8f01-23456789ab00'",
            "'01234567-89ab-4cde-8f01-23456789abff'");

    private final String type;
    private final String old;
    private final String live;
    private final String gone;

    KeyCase(String type, String old, String live, String gone) {
        this.type = type;
        this.old = old;
        this.live = live;
        this.gone = gone;
    }

    boolean isOn(TestDatabase server) {
        return this != MARIADB_UUID || server instanceof EmbeddedMariaDb;
    }

    /** One of the three that every build tries. */
    boolean isUsual() {
        return this == UNSIGNED || this == BINARY_UUID || this == ANY_CASE;
    }

    String type() {
        return type;
    }

    String old() {
        return old;
    }

    String live() {
        return live;
    }

    String gone() {
        return gone;
    }

    String spelled() {
        return this == ANY_CASE || this == FIXED ? "LOWER(" + old + ")" : old;
    }

    /** The text that is published for one of its values. */
    String text(String literal) {
        return switch (this) {
            case BINARY_UUID -> dashed(literal.substring(2, 34));
            case VARBINARY, SHORT_BINARY -> literal.substring(2, literal.length() - 1);
            case DECIMALS -> literal.replaceAll("0$", "").equals("7.5") ? "7.5" : literal;
            default -> literal.replace("'", "");
        };
    }

    private static String dashed(String digits) {
        return digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }
}
