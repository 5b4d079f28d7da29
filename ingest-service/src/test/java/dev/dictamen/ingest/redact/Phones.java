package dev.dictamen.ingest.redact;

/** Invented telephone numbers of the six markets. */
final class Phones {
    private final Digits digits;

    Phones(Digits digits) {
        this.digits = digits;
    }

    /** With the country's code. */
    String international() {
        return switch (digits.below(17)) {
            case 0 -> digits.like("+56 9 9### ####");
            case 1 -> digits.like("+5699#######");
            case 2 -> digits.like("+52 55 5### ####");
            case 3 -> digits.like("+52 1 33 3### ####");
            case 4 -> digits.like("+34 6## ### ###");
            case 5 -> digits.like("0034 6## ## ## ##");
            case 6 -> digits.like("+54 9 11 ") + digits.like("4###-####");
            case 7 -> digits.like("+54 11 4###-####");
            case 8 -> digits.like("+57 3") + digits.any("00", "10", "15", "20") + digits.like(" ### ####");
            case 9 -> digits.like("+51 " + digits.any("987", "956", "944") + " ### ###");
            case 10 -> digits.like("+51-1-4##-####");
            case 11 -> digits.like("(+56) 2 2") + digits.like("### ####");
            case 12 -> digits.like("+1 (305) 4##-####");
            case 13 -> digits.like("+56.9.8###.####");
            case 14 -> digits.like("+ 34 6########");
            case 15 -> digits.like("(+57)300#######");
            default -> digits.like("+56-9-8###-####");
        };
    }

    /** As people of the country write it to each other. */
    String grouped() {
        return switch (digits.below(12)) {
            case 0 -> digits.like("55 5### ####");
            case 1 -> digits.like("33-3###-####");
            case 2 -> digits.like("6## ### ###");
            case 3 -> digits.like("6## ## ## ##");
            case 4 -> digits.like("(011) 4###-####");
            case 5 -> "3" + digits.any("00", "10", "15", "20") + digits.like(" ### ####");
            case 6 -> digits.like("987 ### ###");
            case 7 -> digits.like("9 8### ####");
            case 8 -> digits.like("(55) 5###-####");
            case 9 -> digits.like("11 4###-####");
            case 10 -> digits.like("56 9 8### ####");
            default -> "3" + digits.any("00", "10", "15", "20") + digits.like("-###-####");
        };
    }

    /** In one piece, or in pieces that only a word beside it makes a telephone. */
    String named() {
        return switch (digits.below(9)) {
            case 0 -> digits.like("9########");
            case 1 -> digits.like("55########");
            case 2 -> digits.like("6########");
            case 3 -> digits.like("3009######");
            case 4 -> digits.like("4######");
            case 5 -> digits.like("11 15 4### ####");
            case 6 -> digits.like("15-4###-####");
            case 7 -> digits.like("(02) 2###-####");
            default -> grouped();
        };
    }

    String inOnePiece() {
        return digits.any(
                digits.like("9########"),
                digits.like("55########"),
                digits.like("6########"),
                digits.like("3009######"));
    }
}
