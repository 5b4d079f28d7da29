package dev.dictamen.ingest.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words before a number say it is; the word nearest to the number decides. */
enum NumberContext {
    PHONE(
            "tel|telf|tel[eé]fonos?|tlf|tlfno|fonos?|fax|m[oó]vil|m[oó]viles|cel|cels|celu|celular|celulares|whats?app|whats|wsp|wasap|wpp|wa"
                    + "|ll[aá]m\\p{L}*+|llamar\\p{L}*+|m[aá]rc[aeo]\\p{L}*+|phones?|mobile|cell|call|contacto|cont[aá]ct\\p{L}*+|mi (?:n[uú]mero|n[uú]m|nro)|my number"
                    + "|text me|ring|reach me|escr[ií]b\\p{L}* al"),
    RUT("rut|run|r\\.u\\.t|r\\.u\\.n"),
    DNI("dni|d\\.n\\.i|documento|doc|identidad|libreta|id card|national id"),
    CEDULA(
            "c[eé]dula|t\\.i|tarjeta de identidad|c\\.e|ced|cc|c\\.c|c\\. c|identificaci[oó]n|c[eé]dula de ciudadan[ií]a"),
    TAX("cuit|cuil|nit|ruc|nif|nie|cif|rfc|curp|clabe|cbu|iban"),
    REFERENCE(
            "pedidos?|compra|[oó]rden(?:es)?|orders?|folios?|gu[ií]as?|factura|facturas|boleta|invoice|tracking|seguimiento|env[ií]o|ticket|tickets|caso|case"
                    + "|reserva|booking|referencia|ref|reference|c[oó]digo|code|contrato|contract|p[oó]liza|policy|cliente|customer|cuenta|account|transacci[oó]n"
                    + "|transaction|operaci[oó]n|comprobante|serie|serial|sku|imei|vin|placa|patente|versi[oó]n|version|modelo|lote|cup[oó]n|pin|clave|otp|paquete|package"
                    + "|cotizaci[oó]n|solicitud|radicado|expediente|art[ií]culo|producto|product|reclamo|tr[aá]mite|turno"),
    MONEY("precio|total|monto|importe|price|pago|pagu[eé]|cost[oó]|cobr[oó]|saldo|amount|valor"),
    NONE("(?!)");

    private static final int NEAR = 64;
    private static final Pattern ANY = pattern();

    private final String words;

    NumberContext(String words) {
        this.words = words;
    }

    private static Pattern pattern() {
        var alternatives = new StringBuilder("(?<![\\p{L}\\d])(?:");
        for (NumberContext topic : values()) {
            alternatives
                    .append("(?<")
                    .append(topic.name())
                    .append('>')
                    .append(topic.words)
                    .append(")|");
        }
        return Pattern.compile(alternatives + "(?!))(?![\\p{L}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The topic named last within a line's reach before {@code position}. */
    static NumberContext before(CharSequence text, int position) {
        return before(text, position, NEAR);
    }

    static NumberContext before(CharSequence text, int position, int reach) {
        Matcher words = ANY.matcher(text).region(Math.max(0, position - reach), position);
        words.useTransparentBounds(true);
        NumberContext last = NONE;
        while (words.find()) {
            last = of(words);
        }
        return last;
    }

    private static NumberContext of(Matcher words) {
        for (NumberContext topic : values()) {
            if (words.start(topic.name()) >= 0) {
                return topic;
            }
        }
        return NONE;
    }
}
