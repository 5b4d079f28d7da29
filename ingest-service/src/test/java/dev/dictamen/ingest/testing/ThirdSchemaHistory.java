package dev.dictamen.ingest.testing;

import dev.dictamen.contract.Subject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must be published of the third schema's tickets. The wall clock there is Bogotá's, five hours behind UTC. */
public final class ThirdSchemaHistory {
    private ThirdSchemaHistory() {}

    /** Every closed ticket, and no other. */
    public static List<ExpectedChat> expected() {
        return Stream.concat(small(), Stream.of(long11())).toList();
    }

    private static Stream<ExpectedChat> small() {
        return Stream.of(
                ticket("1", "1", "Lucía Gómez", "Soporte", "31", "2026-03-02T13:00:00Z/2026-03-02T14:30:00Z")
                        .with(
                                "customer|2026-03-02T13:00:00Z|Buenos días,\nno puedo entrar\ndesde ayer & es urgente",
                                "system|2026-03-02T13:05:00Z|Asignado a Lucía",
                                "agent|2026-03-02T13:10:00Z|Hola Ana, ya lo reviso.",
                                "note|2026-03-02T13:12:00Z|cuenta bloqueada por 3 intentos",
                                "customer|2026-03-02T13:40:00Z|ya lo reviso\nGracias",
                                "agent|2026-03-02T14:29:59Z|Listo: use <b> para negrita si 2 < 3 &amp; 3 > 2"),
                ticket("2", "2", "Iván Peña", "Facturación", "32", "2026-03-03T03:10:00Z/2026-03-03T05:05:30Z")
                        .with(
                                "customer|2026-03-03T03:10:00Z|Me cobraron dos veces",
                                "agent|2026-03-03T04:50:00Z|Lo reviso",
                                "agent|2026-03-03T04:50:00Z|Devuelto",
                                "system|2026-03-03T04:59:59Z|aviso por correo",
                                "customer|2026-03-03T05:05:00Z|Mil gracias"),
                ticket("6", null, null, null, null, "2026-03-05T13:00:00Z/2026-03-05T13:20:00Z")
                        .with("customer|2026-03-05T13:00:00Z|nadie me contesta"),
                ticket("7", "7", "Rosa Díaz", "Facturación", "37", "2026-03-06T13:00:00Z/2026-03-06T23:59:59Z")
                        .with("customer|2026-03-06T13:00:00Z|¿me ayudan?", "agent|2026-03-06T23:00:00Z|¡Claro!"),
                ticket("8", "2", "Iván Peña", "Soporte", "38", "2026-03-07T13:00:00Z/2026-03-07T14:00:00Z")
                        .with("customer|2026-03-07T13:00:00Z|mi clave no sirve", "agent|2026-03-07T13:30:00Z|tercera"),
                ticket("9", "1", "Lucía Gómez", "Soporte", "39", "2026-03-08T13:00:00Z/2026-03-08T14:00:00Z")
                        .with(
                                "customer|2026-03-08T13:00:00Z|pregunta\nuno\ndos\nfin",
                                "agent|2026-03-08T13:30:00Z|respuesta"));
    }

    private static ExpectedChat long11() {
        var lines = IntStream.range(0, 24)
                .mapToObj(i -> (i % 2 == 0 ? "customer" : "agent") + "|"
                        + Instant.parse("2026-03-10T13:31:00Z").plusSeconds(60L * i) + "|línea " + (i + 1));
        var first = Stream.of("customer|2026-03-10T13:00:00Z|hola", "agent|2026-03-10T13:30:00Z|hola, Juan");
        return ticket("11", "2", "Iván Peña", "Facturación", "41", "2026-03-10T13:00:00Z/2026-03-10T14:00:00Z")
                .with(Stream.concat(first, lines).toArray(String[]::new));
    }

    /** {@code span} is when it was opened and closed, with a slash between. */
    private static Ticket ticket(
            String id,
            @Nullable String agentId,
            @Nullable String agent,
            @Nullable String team,
            @Nullable String customer,
            String span) {
        var times = Stream.of(span.split("/")).map(Instant::parse).toList();
        return messages -> new ExpectedChat(
                id,
                new Subject(agentId, agent, team, null, null),
                customer,
                times.getFirst(),
                times.getLast(),
                messages);
    }

    /** A ticket that lacks its messages. */
    @FunctionalInterface
    private interface Ticket {
        ExpectedChat of(List<String> messages);

        default ExpectedChat with(String... messages) {
            return of(List.of(messages));
        }
    }
}
