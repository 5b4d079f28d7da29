package dev.dictamen.rules.scan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A part of an expression of a word list, see {@link ExpressionReader} for how it is written. */
sealed interface Expression {
    /** More texts than these are not listed. */
    int MOST_TEXTS = 64;

    /** The same for Java's engine. */
    String regex();

    /** Most characters that it matches. */
    int longest();

    /** Every text that it matches; empty where they are not known or too many. */
    default Set<String> texts() {
        return Set.of();
    }

    /** Texts of which each match holds at least one; empty where there are none. */
    default Set<String> needed() {
        return texts();
    }

    /** One character as it stands. */
    record Letter(char letter) implements Expression {
        @Override
        public String regex() {
            return escaped(letter);
        }

        @Override
        public int longest() {
            return 1;
        }

        @Override
        public Set<String> texts() {
            return Set.of(String.valueOf(letter));
        }

        static String escaped(char letter) {
            return Character.isLetterOrDigit(letter) || letter == ' ' ? "" + letter : "\\" + letter;
        }
    }

    /** One of these characters. */
    record OneOf(String letters) implements Expression {
        @Override
        public String regex() {
            return letters.chars()
                    .mapToObj(letter -> Letter.escaped((char) letter))
                    .collect(Collectors.joining("", "[", "]"));
        }

        @Override
        public int longest() {
            return 1;
        }

        @Override
        public Set<String> texts() {
            return letters.chars().mapToObj(Character::toString).collect(Collectors.toSet());
        }
    }

    /** What is not known letter by letter: any ending, a gap, white space, the beginning of a line. */
    record Unknown(String regex, int longest) implements Expression {}

    /** What may be missing. */
    record Maybe(Expression part) implements Expression {
        @Override
        public String regex() {
            return "(?:" + part.regex() + ")?";
        }

        @Override
        public int longest() {
            return part.longest();
        }

        @Override
        public Set<String> texts() {
            var texts = new LinkedHashSet<>(part.texts());
            if (!texts.isEmpty()) {
                texts.add("");
            }
            return texts;
        }
    }

    /** What comes once or several times. */
    record Repeated(Expression part, int most) implements Expression {
        @Override
        public String regex() {
            return "(?:" + part.regex() + "){1," + most + "}";
        }

        @Override
        public int longest() {
            return most * part.longest();
        }

        @Override
        public Set<String> needed() {
            return part.needed();
        }
    }

    /** One of several. */
    record Either(List<Expression> parts) implements Expression {
        @Override
        public String regex() {
            return parts.stream().map(Expression::regex).collect(Collectors.joining("|", "(?:", ")"));
        }

        @Override
        public int longest() {
            return parts.stream().mapToInt(Expression::longest).max().orElse(0);
        }

        @Override
        public Set<String> texts() {
            var texts = new LinkedHashSet<String>();
            parts.forEach(part -> texts.addAll(part.texts()));
            boolean known = parts.stream().noneMatch(part -> part.texts().isEmpty()) && texts.size() <= MOST_TEXTS;
            return known ? texts : Set.of();
        }

        @Override
        public Set<String> needed() {
            var needed = new LinkedHashSet<String>();
            parts.forEach(part -> needed.addAll(part.needed()));
            return parts.stream().anyMatch(part -> part.needed().isEmpty()) ? Set.of() : needed;
        }
    }

    /** One after the other. */
    record Sequence(List<Expression> parts) implements Expression {
        private static final int WEIGHT_OF_A_SIGN = 4;

        @Override
        public String regex() {
            return parts.stream().map(Expression::regex).collect(Collectors.joining());
        }

        @Override
        public int longest() {
            return parts.stream().mapToInt(Expression::longest).sum();
        }

        @Override
        public Set<String> texts() {
            Set<String> texts = Set.of("");
            for (var part : parts) {
                texts = joined(texts, part.texts());
            }
            return texts;
        }

        /** The rarest of what stands together in it, by weight, and where two weigh the same, the fewest texts. */
        @Override
        public Set<String> needed() {
            Set<String> best = Set.of();
            Set<String> run = Set.of("");
            for (var part : parts) {
                best = better(best, part.needed());
                var longer = joined(run, part.texts());
                run = longer.isEmpty() ? startOf(part) : longer;
                best = better(best, run);
            }
            return best;
        }

        private static Set<String> startOf(Expression part) {
            return part.texts().isEmpty() ? Set.of("") : part.texts();
        }

        private static Set<String> joined(Set<String> heads, Set<String> tails) {
            if (heads.size() * tails.size() > MOST_TEXTS) {
                return Set.of();
            }
            var joined = new LinkedHashSet<String>();
            heads.forEach(head -> tails.forEach(tail -> joined.add(head + tail)));
            return joined;
        }

        private static Set<String> better(Set<String> one, Set<String> other) {
            int difference = weight(one) - weight(other);
            return difference > 0 || (difference == 0 && one.size() <= other.size()) ? one : other;
        }

        /** Of the lightest of the texts: people write fewer signs than letters, so that one sign weighs as a few of these. */
        private static int weight(Set<String> texts) {
            return texts.stream()
                    .mapToInt(text -> text.chars()
                            .map(letter -> Character.isLetter(letter) || letter == ' ' ? 1 : WEIGHT_OF_A_SIGN)
                            .sum())
                    .min()
                    .orElse(0);
        }
    }
}
