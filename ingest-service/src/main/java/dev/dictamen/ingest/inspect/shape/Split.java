package dev.dictamen.ingest.inspect.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of a column's codes go with a time that is there and which with none: closed and open chats, where the time is the closing.
 *
 * @param shares of each code's rows that have the time
 * @param purity the share of rows whose code says truly whether they have it, 0 to 1
 */
public record Split(Map<String, Double> shares, double purity) {
    private static final double ALL = 0.95;

    /** Holds a column against a time column, row by row. */
    public static Split of(List<String> codes, List<String> times) {
        var rows = new HashMap<String, int[]>();
        for (int row = 0; row < codes.size(); row++) {
            var counted = rows.computeIfAbsent(codes.get(row), any -> new int[2]);
            counted[Seconds.of(times.get(row)).isPresent() ? 1 : 0]++;
        }
        var shares = new HashMap<String, Double>();
        int agreeing = 0;
        for (var code : rows.entrySet()) {
            int without = code.getValue()[0];
            int with = code.getValue()[1];
            shares.put(code.getKey(), (double) with / (with + without));
            agreeing += Math.max(with, without);
        }
        return new Split(shares, codes.isEmpty() ? 0 : (double) agreeing / codes.size());
    }

    /** Whether some codes mean that the time is there, others that it is not, and hardly a row says otherwise. */
    public boolean isClear() {
        boolean isSomewhereThere = shares.values().stream().anyMatch(share -> share > 0.5);
        boolean isSomewhereMissing = shares.values().stream().anyMatch(share -> share < 0.5);
        return purity >= ALL && isSomewhereThere && isSomewhereMissing;
    }
}
