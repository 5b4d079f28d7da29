package dev.dictamen.ingest.redact;

/** Numbers of everyday chats that are no personal data, as shops, carriers and calendars write them. */
final class LookAlikes {
    private final Digits digits;

    LookAlikes(Digits digits) {
        this.digits = digits;
    }

    /** One of the look-alikes, with what people say before it. */
    String any() {
        return switch (digits.below(6)) {
            case 0 -> order();
            case 1 -> money();
            case 2 -> time();
            case 3 -> wrongCheck();
            case 4 -> vehicleOrProduct();
            default -> measured();
        };
    }

    private String order() {
        String said = digits.any(
                "pedido ",
                "mi pedido es el ",
                "orden N° ",
                "order #",
                "guía ",
                "tracking ",
                "folio ",
                "factura ",
                "invoice ",
                "boleta N° ",
                "ticket ",
                "caso ",
                "reserva ",
                "código de seguimiento: ",
                "número de orden ",
                "nro. de pedido: ",
                "contrato ");
        return switch (digits.below(12)) {
            case 0 -> digits.any("", said) + digits.like("ORD-########");
            case 1 -> digits.any("", said) + digits.like("1Z999AA1##########");
            case 2 -> digits.any("", said) + digits.like("RR#########CL");
            case 3 -> digits.any("", said) + digits.like("*#########");
            case 4 -> digits.any("", said) + digits.like("20251###-####");
            case 5 -> digits.any("", said) + digits.like("*###-######");
            case 6 -> digits.any("", said) + digits.like("F001-00######");
            case 7 -> digits.any("", said) + digits.like("*#########-##");
            case 8 -> digits.any("", said) + digits.like("### ### ###");
            case 9 -> digits.any("", said) + digits.like("########-#");
            case 10 -> digits.any("", said) + digits.like("################");
            default -> digits.any("", said) + digits.like("MLA##########");
        };
    }

    private String money() {
        return switch (digits.below(9)) {
            case 0 -> digits.like("$*.###.###");
            case 1 -> digits.like("CLP *##.###");
            case 2 -> digits.like("$*,###.## MXN");
            case 3 -> digits.like("*.###,## €");
            case 4 -> digits.like("AR$ *##.###,##");
            case 5 -> digits.like("COP *.###.###");
            case 6 -> digits.like("S/ *,###.##");
            case 7 -> digits.like("pagué *####### pesos");
            default -> digits.like("total: *.###.### y no *.###.###");
        };
    }

    private String time() {
        String date = "%02d/%02d/20%02d".formatted(1 + digits.below(28), 1 + digits.below(12), 20 + digits.below(7));
        String iso = "20%02d-%02d-%02d".formatted(20 + digits.below(7), 1 + digits.below(12), 1 + digits.below(28));
        String clock = "%02d:%02d".formatted(digits.below(24), digits.below(60));
        return switch (digits.below(9)) {
            case 0 -> date;
            case 1 -> date + " " + clock;
            case 2 -> date.replace('/', '-') + " " + clock;
            case 3 -> iso + "T" + clock + ":07Z";
            case 4 -> "de " + clock + " a " + clock;
            case 5 -> date.replace('/', '.') + " a las " + clock;
            case 6 -> iso.replace("-", "");
            case 7 -> date + " - " + date;
            default -> digits.like("17########") + digits.any("", "###");
        };
    }

    /** What looks like an id but is none: its check character is wrong by one. */
    private String wrongCheck() {
        return switch (digits.below(8)) {
            case 0 -> wrong(Kind.CL, "RUT ");
            case 1 -> wrong(Kind.MX, digits.any("CURP ", "RFC ", "CLABE "));
            case 2 -> wrong(Kind.ES, digits.any("", "NIF "));
            case 3 -> wrong(Kind.AR, digits.any("CUIT ", "CUIL "));
            case 4 -> wrong(Kind.CO, "NIT ");
            case 5 -> wrong(Kind.PE, "RUC ");
            case 6 -> wrong(Kind.IBAN, "IBAN ");
            default -> digits.any("", "tarjeta ", "referencia ") + failingCard();
        };
    }

    private String wrong(Kind kind, String said) {
        String right = new PersonalData(digits).of(kind);
        char last = right.charAt(right.length() - 1);
        char wrong = Character.isDigit(last) ? (char) ('0' + (last - '0' + 1 + digits.below(8)) % 10) : 'O';
        return said + right.substring(0, right.length() - 1) + wrong;
    }

    private String failingCard() {
        String card = digits.like("4###############");
        while (Digits.isLuhn(card)) {
            card = digits.like("4###############");
        }
        return digits.any(card, Digits.grouped(card, " ", 4, 4, 4), Digits.grouped(card, "-", 4, 4, 4));
    }

    private String vehicleOrProduct() {
        return switch (digits.below(9)) {
            case 0 -> digits.like("VIN 3VWFE21C04M######");
            case 1 -> digits.like("patente @@@@-##");
            case 2 -> digits.like("placas @@@-##-##");
            case 3 -> digits.like("versión *.##.#.####");
            case 4 -> digits.like("v*.##.##");
            case 5 -> digits.like("IMEI 35#############");
            case 6 -> digits.like("modelo @@-####@ serie @#######");
            case 7 -> digits.like("SKU #######-##");
            default -> digits.like("código *##### y clave ######");
        };
    }

    private String measured() {
        return switch (digits.below(10)) {
            case 0 -> digits.like("-33.4#####, -70.6#####");
            case 1 -> digits.like("19.43#####,-99.13#####");
            case 2 -> digits.like("*#.### km");
            case 3 -> digits.like("dura 1# h ## min ## s");
            case 4 -> digits.like("192.168.#.1##");
            case 5 -> digits.like("https://tienda.example/p/*########?ref=########");
            case 6 -> digits.like("medidas 120 x 80 x 200 cm, *# kg");
            case 7 -> digits.like("CP 9####, piso #, depto 1##");
            case 8 -> digits.like("los años 2019, 2020, 2021 y 2022, luego 2023 2024 2025");
            default -> digits.like("a#######-4###-9###-8###-############");
        };
    }
}
