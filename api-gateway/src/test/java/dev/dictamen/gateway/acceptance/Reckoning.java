package dev.dictamen.gateway.acceptance;

import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.ToIntFunction;

/** A comparison computed from exported grades alone, in another way than the gateway's: chat by chat, and pair by pair. */
final class Reckoning {
    private static final double Z = 1.959963984540054;

    private final List<Graded> chats;

    Reckoning(List<Graded> chats) {
        this.chats = List.copyOf(chats);
    }

    /** A chat's two grades, 1 to 5. */
    record Graded(int with, int run) {
        int distance() {
            return Math.abs(with - run);
        }
    }

    int count(int with, int run) {
        return (int) chats.stream().filter(new Graded(with, run)::equals).count();
    }

    double shareWithin(int distance) {
        return chats.stream().filter(chat -> chat.distance() <= distance).count() / (double) chats.size();
    }

    double mean(ToIntFunction<Graded> side) {
        return chats.stream().mapToInt(side).average().orElseThrow();
    }

    double share(ToIntFunction<Graded> side, int score) {
        return chats.stream().filter(chat -> side.applyAsInt(chat) == score).count() / (double) chats.size();
    }

    /** Where the distance between a share and the true one is what the normal curve allows: found by halving, not by formula. */
    double wilson(double share, boolean isUpper) {
        double inside = share;
        double outside = isUpper ? 1 : 0;
        for (int step = 0; step < 200; step++) {
            double middle = (inside + outside) / 2;
            boolean fits = Math.abs(share - middle) <= Z * Math.sqrt(middle * (1 - middle) / chats.size());
            inside = fits ? middle : inside;
            outside = fits ? outside : middle;
        }
        return inside;
    }

    double kappaLinear() {
        return kappa((with, run) -> Math.abs(with - run));
    }

    double kappaQuadratic() {
        return kappa((with, run) -> (with - run) * (with - run));
    }

    /** One less the disagreement of each chat's own grades over that of every chat's grade with every other's. */
    private double kappa(IntBinaryOperator disagreement) {
        double own = chats.stream()
                .mapToInt(chat -> disagreement.applyAsInt(chat.with(), chat.run()))
                .average()
                .orElseThrow();
        double any = chats.stream()
                .flatMapToInt(one -> chats.stream().mapToInt(other -> disagreement.applyAsInt(one.with(), other.run())))
                .average()
                .orElseThrow();
        return 1 - own / any;
    }
}
