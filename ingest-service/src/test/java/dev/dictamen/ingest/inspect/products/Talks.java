package dev.dictamen.ingest.inspect.products;

import dev.dictamen.contract.Role;
import dev.dictamen.ingest.inspect.products.Talk.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Invents conversations: most are closed, some go on; notes and lines of the system stand between the messages where they may. */
public final class Talks {
    static final List<String> NAMES =
            List.of("Irene Paz", "Bruno Vidal", "Ada Roca", "Luis Mora", "Noa Prieto", "Eva Soto");
    static final int AGENTS = NAMES.size();

    private static final Instant FIRST = Instant.parse("2026-02-02T08:00:00Z");
    private static final List<String> BEGINNINGS =
            List.of("Hola, buenos días:", "Perdone,", "Mire, es que", "Buenas tardes,", "Gracias, pero", "Otra cosa:");
    private static final List<String> MIDDLES = List.of(
            "la lámpara que pedí",
            "mi factura de marzo",
            "el enlace del curso",
            "la reserva para el sábado",
            "el cargador nuevo",
            "la contraseña del panel");
    private static final List<String> ENDS = List.of(
            "no ha llegado todavía.",
            "tiene otra dirección, ¿puede mirarlo?",
            "se canceló sin avisar 😕",
            "ya está arreglada, \"gracias\" a todos.",
            "cuesta más de lo que ponía: 19,90 € y no 15 €.",
            "estará lista mañana a las 10:30");

    private final Random random;
    private final Set<Role> roles;
    private Instant now = FIRST;

    private Talks(Random random, Set<Role> roles) {
        this.random = random;
        this.roles = roles;
    }

    /** As many as wanted, of messages that have these roles only. */
    public static List<Talk> invented(long seed, int number, Set<Role> roles) {
        var talks = new Talks(new Random(seed), roles);
        var all = new ArrayList<Talk>();
        for (int talk = 1; talk <= number; talk++) {
            all.add(talks.next(talk));
        }
        return all;
    }

    private Talk next(int number) {
        var opened = now.plusSeconds(600 + random.nextInt(1_800));
        now = opened;
        var lines = new ArrayList<Said>();
        say(lines, Role.CUSTOMER, sentence());
        int turns = 2 + random.nextInt(8);
        for (int turn = 0; turn < turns; turn++) {
            boolean isSameAgain = random.nextInt(5) == 0;
            say(lines, (turn % 2 == 0) == isSameAgain ? Role.CUSTOMER : Role.AGENT, sentence());
            if (random.nextInt(6) == 0) {
                say(lines, Role.NOTE, "Para el equipo: " + sentence());
            }
        }
        boolean isOpen = number % 9 == 0;
        if (!isOpen) {
            say(lines, Role.SYSTEM, "La conversación se ha cerrado");
        }
        var closedAt = isOpen ? null : now.plusSeconds(1 + random.nextInt(120));
        int customer = number % 7 == 0 ? 1 + number / 7 : 1_000 + number;
        return new Talk(number, customer, 1 + random.nextInt(AGENTS), opened, closedAt, lines);
    }

    private void say(List<Said> lines, Role role, String text) {
        if (roles.contains(role)) {
            lines.add(new Said(role, text, now));
            now = now.plusSeconds(5 + random.nextInt(90));
        }
    }

    private String sentence() {
        return one(BEGINNINGS) + " " + one(MIDDLES) + " " + one(ENDS)
                + (random.nextInt(3) == 0 ? "" : " " + random.nextInt(9_999));
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
