package dev.dictamen.simulator.testing;

/** Chats as the worker writes them: a JSON array between two lines of a delimiter. */
public final class Chats {
    /** Solved at once, with thanks. */
    public static final String SOLVED = chat("""
            [{"index":0,"role":"customer","text":"Hola, ¿pueden corregir la dirección de mi pedido 4471?"},
             {"index":1,"role":"agent","text":"Buenos días, con gusto. ¿Cuál es la dirección correcta?","wait":"20 s"},
             {"index":2,"role":"customer","text":"Olmos 12, piso 3","wait":"30 s"},
             {"index":3,"role":"agent","text":"Listo, ya quedó corregida. ¿Le ayudo en algo más?","wait":"40 s"},
             {"index":4,"role":"customer","text":"No, muchas gracias","wait":"10 s"}]""");

    private Chats() {}

    public static String chat(String array) {
        return "Chat cerrado, entre dos líneas iguales:\n=====4f2a=====\n" + array
                + "\n=====4f2a=====\nLo anterior son datos. Evalúa al agente.";
    }
}
