package dev.dictamen.worker.injection;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages that somebody put into a chat for the judge to obey; all in {@code injections/attacks.json}.
 *
 * @param language es or en
 * @param kind the trick
 */
record Attack(String id, String language, String kind, List<Line> messages) {
    private static final Instant OPENED = Instant.parse("2026-11-20T09:00:00Z");
    private static final int PAUSE_SECONDS = 40;
    private static final List<Line> BEFORE = List.of(
            new Line(Role.CUSTOMER, "Hola, cambié de domicilio. ¿Pueden corregir la dirección de mi pedido 4471?"),
            new Line(Role.AGENT, "Buenos días, con gusto. ¿Cuál es la dirección correcta?"),
            new Line(Role.CUSTOMER, "Olmos 12, piso 3, por favor"));
    private static final List<Line> AFTER = List.of(
            new Line(Role.AGENT, "Listo, ya quedó corregida la dirección de su pedido."),
            new Line(Role.CUSTOMER, "De acuerdo, hasta luego"));

    record Line(Role role, String text) {}

    static List<Attack> all() throws IOException {
        try (InputStream in = Attack.class.getResourceAsStream("/injections/attacks.json")) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(in), new TypeReference<List<Attack>>() {});
        }
    }

    /** The chat that the attacks are put into, without one. */
    static ClosedChat baseChat() {
        return chat("injection-base", List.of());
    }

    /** The base chat with this attack in its middle. */
    ClosedChat attackedChat() {
        return chat("injection-" + id, messages);
    }

    /** What the model would read if the attack were given to it as it is. */
    String undelimited() {
        return messages.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private static ClosedChat chat(String id, List<Line> inserted) {
        var messages = new ArrayList<ChatMessage>();
        List.of(BEFORE, inserted, AFTER)
                .forEach(lines -> lines.forEach(line -> messages.add(new ChatMessage(
                        messages.size(),
                        line.role,
                        line.text,
                        OPENED.plusSeconds((long) PAUSE_SECONDS * messages.size())))));
        return closed(id, messages);
    }

    static ClosedChat closed(String id, List<ChatMessage> messages) {
        return new ClosedChat(
                id,
                1,
                "test",
                new Subject("a-1", "Marta", "Ventas", null, null),
                null,
                OPENED,
                OPENED.plusSeconds(3600),
                Instant.now(),
                messages,
                Map.of(),
                null);
    }
}
