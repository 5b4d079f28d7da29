package dev.dictamen.ingest.redact;

import java.math.BigInteger;
import java.util.Locale;

/** Invented but valid personal data, in the spellings that people use in chats. */
final class PersonalData {
    private final Digits digits;

    PersonalData(Digits digits) {
        this.digits = digits;
    }

    String of(Kind kind) {
        return switch (kind) {
            case EMAIL -> email();
            case PHONE -> new Phones(digits).international();
            case CARD -> card();
            case IBAN -> iban();
            case CL -> rut();
            case MX -> digits.any(clabe(), curp(), rfc());
            case ES -> spain();
            case AR -> cuit();
            case CO -> nit();
            case PE -> ruc();
        };
    }

    private String email() {
        String name = digits.any(
                        "maria.perez",
                        "jlopez",
                        "ana_sofia",
                        "Carlos.Gomez",
                        "j.r.diaz",
                        "peña",
                        "info",
                        "luis-m",
                        "k",
                        "vale.c+compras")
                + digits.any("", "", digits.like("##"), digits.like("19##"));
        String domain = digits.any(
                "gmail.com",
                "hotmail.com",
                "yahoo.com.mx",
                "outlook.es",
                "uc.cl",
                "mi-empresa.com.ar",
                "correo.unal.edu.co",
                "a.b.pe");
        String address = digits.any(name, name, name.toUpperCase(Locale.ROOT)) + "@" + domain;
        return switch (digits.below(10)) {
            case 0 -> name + " arroba gmail punto com";
            case 1 -> name + " @gmail.com";
            case 2 -> name + "@hotmail";
            case 3 -> name + "(at)" + domain;
            case 4 -> name + digits.any(" @ gmail . com", "@gmail,com", "@gmail com", " at gmail dot com");
            default -> address;
        };
    }

    String card() {
        if (digits.below(8) == 0) {
            String amex = Digits.luhn(digits.like(digits.any("34", "37") + "############"));
            return digits.any(amex, Digits.grouped(amex, " ", 4, 6), Digits.grouped(amex, "-", 4, 6));
        }
        String prefix = digits.any(
                "4###", "4###", "4###", "51##", "54##", "55##", "2221", "270#", "6011", "5896", "6062", "36##");
        String card = Digits.luhn(digits.like(prefix + (prefix.startsWith("36") ? "#########" : "###########")));
        if (card.length() == 14) {
            return digits.any(card, Digits.grouped(card, " ", 4, 6));
        }
        String separator = digits.any(" ", " ", "-", ".", "  ", " - ", "\u00A0", "\u200B", "/", "\n");
        return switch (digits.below(9)) {
            case 0, 1, 2 -> card;
            case 3 -> fullWidth(card);
            case 4 -> Digits.grouped(card, separator, 8);
            case 5 ->
                digits.any(
                        Digits.grouped(card, " ", 6),
                        Digits.grouped(card, " ", 4, 8),
                        Digits.grouped(card, " ", 2, 2, 2, 2, 2, 2, 2),
                        Digits.grouped(card, ",", 4, 4, 4),
                        card.replaceAll("(.)", "$1\uFE0F\u20E3"));
            default -> Digits.grouped(card, separator, 4, 4, 4);
        };
    }

    private static String fullWidth(String digits) {
        return digits.chars()
                .map(c -> c + 0xFEE0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String iban() {
        String country = digits.any("ES", "ES", "ES", "DE", "FR", "PT", "GB", "IT", "NL");
        String bban = switch (country) {
            case "ES" -> digits.like("#".repeat(20));
            case "DE" -> digits.like("#".repeat(18));
            case "FR" -> digits.like("#".repeat(23));
            case "PT" -> digits.like("#".repeat(21));
            case "IT" -> digits.like("@" + "#".repeat(22));
            case "GB" -> digits.like("@@@@" + "#".repeat(14));
            default -> digits.like("@@@@" + "#".repeat(10));
        };
        String iban = country + check97(bban + country) + bban;
        String spaced = iban.replaceAll("(.{4})(?!$)", "$1 ");
        return digits.any(iban, spaced, spaced, iban.toLowerCase(Locale.ROOT), spaced.replace(' ', '-'));
    }

    private static String check97(String letters) {
        var number = new StringBuilder();
        letters.chars().forEach(c -> number.append(Character.digit(c, 36)));
        int rest = new BigInteger(number + "00").mod(BigInteger.valueOf(97)).intValue();
        return "%02d".formatted(98 - rest);
    }

    private String rut() {
        String body = digits.any(
                digits.like("1#######"), digits.like("2#######"), digits.like("9######"), digits.like("7#######"));
        int sum = 0;
        int factor = 2;
        for (int rest = Integer.parseInt(body); rest > 0; rest /= 10) {
            sum += rest % 10 * factor;
            factor = factor == 7 ? 2 : factor + 1;
        }
        String check = switch (11 - sum % 11) {
            case 11 -> "0";
            case 10 -> digits.any("K", "k");
            default -> String.valueOf(11 - sum % 11);
        };
        String dotted = Digits.thousands(body, ".");
        return digits.any(
                dotted + "-" + check,
                dotted + "-" + check,
                body + "-" + check,
                body + "-" + check,
                dotted + " - " + check,
                dotted + check,
                body + check,
                Digits.thousands(body, " ") + "-" + check,
                Digits.thousands(body, ",") + "-" + check,
                body + " " + check,
                dotted + "\u2013" + check);
    }

    private String clabe() {
        String body = digits.any("002", "012", "014", "021", "032", "072", "127", "646", "722")
                + digits.like("180###########");
        int sum = 0;
        for (int at = 0; at < 17; at++) {
            sum += (body.charAt(at) - '0') * new int[] {3, 7, 1}[at % 3] % 10;
        }
        String clabe = body + (1000 - sum) % 10;
        return digits.any(
                clabe,
                clabe,
                Digits.grouped(clabe, " ", 3, 3, 11),
                Digits.grouped(clabe, " ", 4, 4, 4, 4),
                Digits.grouped(clabe, " ", 3, 3, 4, 4, 3));
    }

    private String birth() {
        return "%02d%02d%02d".formatted(digits.below(100), 1 + digits.below(12), 1 + digits.below(28));
    }

    private String curp() {
        String body = digits.any("GOMJ", "PERA", "LOXC", "ROSM")
                + birth()
                + digits.any("H", "M")
                + digits.any("DF", "JC", "NE", "MC")
                + digits.any("MRN", "RZL", "SNT")
                + digits.any("0", "A", "B");
        String order = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
        int sum = 0;
        for (int at = 0; at < 17; at++) {
            sum += order.indexOf(body.charAt(at)) * (18 - at);
        }
        String curp = body + (10000 - sum) % 10;
        return digits.any(curp, curp, curp.toLowerCase(Locale.ROOT));
    }

    private String rfc() {
        String body = digits.any("GOMJ", "PERA", "ÑAXC", "ABC", "C&A") + birth() + digits.like("@#");
        String order = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
        String padded = body.length() == 11 ? " " + body : body;
        int sum = 0;
        for (int at = 0; at < 12; at++) {
            sum += order.indexOf(padded.charAt(at)) * (13 - at);
        }
        int rest = (11000 - sum) % 11;
        String check = rest == 10 ? "A" : String.valueOf(rest);
        int name = body.length() - 8;
        String dashed =
                body.substring(0, name) + "-" + body.substring(name, name + 6) + "-" + body.substring(name + 6) + check;
        return digits.any(
                body + check, body + check, dashed, dashed.replace('-', ' '), (body + check).toLowerCase(Locale.ROOT));
    }

    private String spain() {
        String letters = "TRWAGMYFPDXBNJZSQVHLCKE";
        int number = digits.below(100_000_000);
        String dni = "%08d".formatted(number);
        char letter = letters.charAt(number % 23);
        int first = digits.below(3);
        String nie = "%07d".formatted(number % 10_000_000);
        char nieLetter = letters.charAt((first * 10_000_000 + number % 10_000_000) % 23);
        return switch (digits.below(4)) {
            case 0 -> "XYZ".charAt(first) + digits.any("", "-", " ") + nie + digits.any("", "-", " ") + nieLetter;
            case 1 -> Digits.thousands(dni, ".") + digits.any("", "-", " ") + letter;
            case 2 -> dni + Character.toLowerCase(letter);
            default -> dni + digits.any("", "-", " ", "") + letter;
        };
    }

    private String cuit() {
        while (true) {
            String body = digits.any("20", "27", "23", "24", "30", "33") + digits.like("3#######");
            int check = (1100 - Digits.weighted(body, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11;
            if (check < 10) {
                String middle = body.substring(2);
                String dashed = body.substring(0, 2) + "-" + middle + "-" + check;
                return digits.any(
                        dashed,
                        dashed,
                        body + check,
                        dashed.replace('-', ' '),
                        body.substring(0, 2) + "-" + Digits.thousands(middle, ".") + "-" + check,
                        dashed.replace('-', '/'));
            }
        }
    }

    private String nit() {
        String body = digits.any(
                digits.like("9########"), digits.like("8########"), digits.like("10########"), digits.like("79######"));
        int[] primes = {41, 37, 29, 23, 19, 17, 13, 7, 3};
        String padded = "0".repeat(Math.max(0, 10 - body.length())) + body;
        int rest = (Digits.weighted(padded.substring(1), primes) + (padded.charAt(0) - '0') * 43) % 11;
        int check = rest < 2 ? rest : 11 - rest;
        return digits.any(
                body + "-" + check,
                Digits.thousands(body, ".") + "-" + check,
                Digits.thousands(body, ".") + " - " + check,
                Digits.thousands(body, " ") + "-" + check);
    }

    private String ruc() {
        String body = digits.any("10", "20", "15") + digits.like("########");
        int rest = 11 - Digits.weighted(body, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        String ruc = body + rest % 10;
        return digits.any(
                ruc,
                ruc,
                ruc,
                body.substring(0, 2) + "-" + body.substring(2) + "-" + rest % 10,
                Digits.grouped(ruc, " ", 2, 8));
    }
}
