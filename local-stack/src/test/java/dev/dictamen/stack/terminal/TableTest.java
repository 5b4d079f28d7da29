package dev.dictamen.stack.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirWidestCellAndAnEmptyCellIsADash() {
        var table =
                new Table("name", "count", "remark").row("one", 12345678, "odd").row("twenty", "", "");

        assertThat(table.lines())
                .containsExactly("  name    count     remark", "  one     12345678  odd", "  twenty  -");
    }
}
