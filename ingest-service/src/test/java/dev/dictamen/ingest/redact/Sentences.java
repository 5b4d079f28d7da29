package dev.dictamen.ingest.redact;

import java.util.ArrayList;
import java.util.List;

/** What people write around a number, in Spanish and English. */
final class Sentences {
    private Sentences() {}

    /** A chat's texts, and what must be gone from the last of them. */
    record Given(List<String> texts, String before, String after) {
        boolean isGoneFrom(List<String> redacted) {
            String last = redacted.getLast();
            boolean isWhole = last.startsWith(before)
                    && last.endsWith(after)
                    && last.length() >= before.length() + after.length();
            return isWhole
                    && last.substring(before.length(), last.length() - after.length())
                            .matches("\\[(?:email|phone|card|iban|id)]");
        }
    }

    static Given with(Kind kind, Digits digits, PersonalData data) {
        return switch (kind) {
            case EMAIL ->
                given(
                        digits,
                        data.of(kind),
                        "¿Cuál es su correo?",
                        "mi correo es |mailto:|<|correo:escríbeme a ||email: |soy Marta, |my email is |(");
            case PHONE -> phone(digits, data);
            case CARD ->
                given(
                        digits,
                        data.of(kind),
                        "¿Con qué tarjeta pagó?",
                        "mi tarjeta es |tarjeta|mi visa terminó siendo pagué con la ||tarjeta: |my card number is |la visa |nro de tarjeta |el cargo fue en ");
            case IBAN ->
                given(digits, data.of(kind), "¿A qué cuenta?", "mi IBAN es |IBAN: ||la cuenta es |please refund to ");
            case CL ->
                given(
                        digits,
                        data.of(kind),
                        "¿Me da su RUT?",
                        "mi RUT es |RUT|rut n° |mi rut q es rut |RUT: |Rut. |soy Juan Pérez, rut |RUN |mi rut: ");
            case MX ->
                given(
                        digits,
                        data.of(kind),
                        "¿Me comparte sus datos?",
                        "mi CURP es |RFC: ||la CLABE es |deposítame a |le paso mis datos: ");
            case ES ->
                given(
                        digits,
                        data.of(kind),
                        "¿Me indica su DNI?",
                        "mi DNI es |DNI|dni n° |con documento nacional de identidad DNI: ||NIE |con NIF |soy Marta, |my ID is ");
            case AR -> argentina(digits, data);
            case CO -> colombia(digits, data);
            case PE -> peru(digits, data);
        };
    }

    private static Given phone(Digits digits, PersonalData data) {
        return switch (digits.below(3)) {
            case 0 ->
                given(
                        digits,
                        data.of(Kind.PHONE),
                        "¿Algo más?",
                        "mi número es |llámame al ||estoy en el |call me at |me ubicas acá ");
            case 1 ->
                given(
                        digits,
                        new Phones(digits).grouped(),
                        "¿Cómo lo ubico?",
                        "estoy en el |este es ||anote: |sería el |mi cel ");
            default ->
                given(
                        digits,
                        new Phones(digits).named(),
                        "¿Me indica un teléfono de contacto?",
                        "mi teléfono es |tel|cel|whats |mi num es |marcame al |contáctame en el |mi tlf |escríbeme al wsp mi cel es el |cel: |fono |tel. |whatsapp |llámame al |mi número es el |mi número de contacto es |móvil |my phone is |call me on ");
        };
    }

    private static Given argentina(Digits digits, PersonalData data) {
        if (digits.below(2) == 0) {
            return given(digits, data.of(Kind.AR), "¿Me pasa su CUIT?", "mi CUIT es |CUIL ||cuit: |facturar a ");
        }
        String dni = digits.like("3#######");
        return given(
                digits,
                digits.any(dni, Digits.thousands(dni, "."), Digits.thousands(dni, " ")),
                "¿Su DNI?",
                "mi DNI es |dni |DNI: |D.N.I. |mi documento es |DNI número ");
    }

    private static Given colombia(Digits digits, PersonalData data) {
        if (digits.below(2) == 0) {
            return given(digits, data.of(Kind.CO), "¿El NIT?", "el NIT es |NIT: |nit ||NIT. ");
        }
        String cedula = digits.any(digits.like("10########"), digits.like("79######"), digits.like("5#######"));
        return given(
                digits,
                digits.any(cedula, Digits.thousands(cedula, "."), Digits.thousands(cedula, " ")),
                "¿Su número de cédula?",
                "mi cédula es |CC|cédula nro |cc. No. |documento de identidad C.C. |CC |cc |cedula |c.c |identificada con cédula de ciudadanía |cédula: |mi número de identificación es ");
    }

    private static Given peru(Digits digits, PersonalData data) {
        if (digits.below(2) == 0) {
            return given(digits, data.of(Kind.PE), "¿RUC?", "mi RUC es |RUC: |ruc ||factura a ruc ");
        }
        String dni = digits.like("4#######");
        return given(
                digits,
                digits.any(dni, dni, Digits.thousands(dni, ".")),
                "¿Me brinda su DNI?",
                "mi DNI es |dni |DNI: |DNI N° |con DNI |documento ");
    }

    /** One message, or a question and its answer. */
    private static Given given(Digits digits, String datum, String question, String openings) {
        boolean isAnswer = digits.below(4) == 0;
        String before = isAnswer
                ? digits.any("", "", "sí, ", "claro: ")
                : digits.any("", "Hola, ", "hola buenas ") + digits.any(openings.split("\\|", -1));
        String after = digits.any(
                "",
                "",
                ".",
                ", gracias",
                " gracias",
                " y espero su respuesta",
                "; saludos",
                "\nquedo atenta",
                " thanks",
                " ok?");
        var texts = new ArrayList<String>();
        if (isAnswer) {
            texts.add(question);
        }
        texts.add(before + datum + after);
        return new Given(texts, before, after);
    }

    /** A sentence with something that is not personal. */
    static String about(String thing, Digits digits) {
        return digits.any(
                        "Hola, ",
                        "",
                        "buenas, consulto por: ",
                        "I have a question about ",
                        "me llegó esto: ",
                        "no funciona, ",
                        "según el correo, ",
                        "ok, ")
                + thing
                + digits.any("", ".", ", gracias", " y nada", " por favor", " please", "?");
    }
}
