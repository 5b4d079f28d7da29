package dev.dictamen.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.ingest.mapping.Condition;
import dev.dictamen.ingest.mapping.Conditions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conditions as SQL. */
class SqlConditionsTest {
    @Test
    void everyConditionHasItsSql() {
        assertSql(new Condition.OneOf(List.of("0", "a")), "`own`.`c` IN ('0', 'a')");
        assertSql(new Condition.NoneOf(List.of("0")), "(`own`.`c` IS NULL OR `own`.`c` NOT IN ('0'))");
        assertSql(new Condition.Above(new BigDecimal("1E+3")), "`own`.`c` > 1000");
        assertSql(new Condition.Below(BigDecimal.ONE), "`own`.`c` < 1");
        assertSql(new Condition.Bits(BigInteger.TWO), "(`own`.`c` & 2) <> 0");
        assertSql(new Condition.Contains("x"), "LOCATE('x', `own`.`c`) > 0");
        assertSql(new Condition.StartsWith("x"), "LOCATE('x', `own`.`c`) = 1");
        assertSql(new Condition.Absent(true), "(`own`.`c` IS NULL OR `own`.`c` IN ('', '0'))");
        assertSql(new Condition.Absent(false), "NOT (`own`.`c` IS NULL OR `own`.`c` IN ('', '0'))");
    }

    @Test
    void allMustHoldAndJoinsKeepTheirNames() {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        conditions.put("state.kind", new Condition.OneOf(List.of("open")));
        conditions.put("group", new Condition.Above(BigDecimal.ZERO));

        assertThat(SqlConditions.of(new Conditions(conditions)))
                .isEqualTo("`state`.`kind` IN ('open') AND `own`.`group` > 0");
    }

    @Test
    void noValueEndsItsQuotes() {
        assertSql(new Condition.OneOf(List.of("it's \\' x")), "`own`.`c` IN ('it''s \\\\'' x')");
        assertThat(Statements.quote("a`b")).isEqualTo("`own`.`a``b`");
    }

    private static void assertSql(Condition condition, String sql) {
        assertThat(SqlConditions.of(new Conditions(Map.of("c", condition)))).isEqualTo(sql);
    }
}
