package dev.dictamen.simulator.verdict;

import java.util.regex.Pattern;

/** What people write when they thank, complain, apologise, refuse or solve; Spanish and English, accents ignored. */
enum Phrases {
    THANKS("(muchas |mil |muchisimas )?gracias|agradezco|agradecid[oa]|thank|thanks|thx|appreciate"),
    DELIGHT("excelente|perfecto|genial|estupendo|maravill\\w+|increible|fenomenal|de diez|que rapid\\w+"
            + "|me salvaste|me salvo|encantad[oa] con|great|awesome|perfect|excellent|wonderful|amazing|brilliant"),
    COMPLAINT(
            "pesim[oa]s?|inaceptable|indignad[oa]|indignante|molest[oa]s?|enojad[oa]|enfadad[oa]|hart[oa] de|furios[oa]"
                    + "|verguenza|vergonzos[oa]|una burla|se burlan|me estan tomando el pelo|estafa\\w*|fraude|ladrones|denunci\\w+"
                    + "|queja|reclamo|reclamacion|horrible|terrible|mal servicio|mala atencion|decepcion\\w*|no sirve|ridicul[oa]"
                    + "|nunca mas|cansad[oa] de|ya estoy cansad[oa]|es el colmo|worst|unacceptable|angry|useless|frustrat\\w+"
                    + "|disappoint\\w*|scam|rip ?off|ridiculous|terrible service|complain\\w*|awful|furious|fed up"),
    NOT_SOLVED(
            "sigue sin|sigo sin|siguen sin|no funciona|no funciono|todavia no|aun no|no me (lo )?(resolv|solucion)\\w+"
                    + "|no me ayud\\w+|no se resolvio|sigue igual|still (not|doesn.?t|broken|waiting)|doesn.?t work|didn.?t work"
                    + "|not working|no one (helped|answered)"),
    CHASING("hola\\s*\\?+|sigue[sn]? ahi|hay alguien|esta[sn]? ahi|me (van a|vas a|va a) (contestar|responder)"
            + "|alguna novedad|llevo \\w+ (\\w+ )?esperando|sigo esperando|hello\\s*\\?+|are you (still )?there|anyone there"
            + "|still waiting"),
    CUSTOMER_CONFIRMS(
            "ya (me )?funciona|ya funciono|ya quedo|ya esta|ya pude|ya me llego|ya lo veo|resuelto|solucionado"
                    + "|era eso|todo claro|quedo claro|me queda claro|perfecto|it works|works now|solved|that did it|that.?s all"
                    + "|all good|got it"),
    COURTESY("buen(os|as) (dias|tardes|noches)|buen dia|hola|con (mucho )?gusto|claro que si|por favor|encantad[oa]"
            + "|a (tu|su|sus) ordenes|que tenga|que tengas|un placer|saludos|gracias|bienvenid[oa]|hello|hi|good (morning|afternoon|evening)"
            + "|please|happy to help|glad to|you.?re welcome|my pleasure|have a (nice|great|good)|thank you|sure"),
    EMPATHY("lament\\w+|disculp\\w+|perdon\\w*|siento (mucho|la|el|lo)|entiendo (su|tu|que|perfectamente|la)|comprendo"
            + "|tiene (toda la )?razon|tienes (toda la )?razon|sorry|apologi[sz]e\\w*|i understand|my apologies"),
    RESOLUTION(
            "listo|solucionad[oa]|resuelt[oa]|ya quedo|queda(n|ron)? (hech|confirmad|registrad|agendad|activad|cancelad|anulad|resuelt)\\w+"
                    + "|reembols(o|ado|ada|amos|e)|confirmad[oa]|reprogramad[oa]|agendad[oa]|activad[oa]|actualizad[oa]|corregid[oa]"
                    + "|reservad[oa]|tramitad[oa]|aprobad[oa]|desbloquead[oa]|restablecid[oa]|acabo de (enviar|mandar|corregir|activar|reembols)\\w*"
                    + "|(te|le|les) (lo )?(envie|mande|envio ahora|acabo de)|ya (lo |la |le |te )?(envie|corregi|active|arregle|cambie|aplique|procese)"
                    + "|fixed|resolved|refunded|confirmed|booked|all set|all done|is done|completed|scheduled|submitted|processed|activated"
                    + "|i.?ve (sent|updated|changed|added|made|issued|reset)|has been (sent|updated|changed|added|made|issued|reset|transferred|approved)"
                    + "|you.?re all set|successful\\w*"),
    REFUSAL(
            "no (se )?puedo|no podemos|no se puede|no es posible|imposible|no esta permitido|no depende de (mi|nosotros)|unable to|not able to|can ?not|can.?t|could not|couldn.?t|no (fue|ha sido) posible|no pude|no pudimos"
                    + "|not possible|unfortunately|lamentablemente"),
    RUDENESS(
            "no es mi problema|no es nuestro problema|no me grite|no me grites|calmese|calmate|tont[oa]|estupid[oa]|idiota|imbecil"
                    + "|lea bien|lee bien|aprenda a leer|aprende a leer|ya (le|te|se lo|te lo) dije|que quiere que (haga|le haga)"
                    + "|no (me )?haga perder|no moleste|deje de molestar|deja de molestar|haga lo que quiera|haz lo que quieras|si no le gusta"
                    + "|si no te gusta|vayase|largate|pues (busque|vaya) (a )?otr[oa]|culpa suya|es tu culpa|usted tiene la culpa|me da igual"
                    + "|not my problem|calm down|shut up|stupid|idiot|as i (already )?told you|stop bothering|your (own )?fault|i don.?t care"),
    FOLLOW_UP(
            "algo mas|alguna otra (duda|consulta|cosa)|otra duda|cualquier (otra )?(duda|cosa|consulta)|le (aviso|confirmo)|te (aviso|confirmo)"
                    + "|seguimiento|quedo atent[oa]|quedo pendiente|me comunico|anything else|any other|follow.?up|let me know|feel free");

    private final Pattern pattern;

    Phrases(String alternatives) {
        pattern = Pattern.compile("(?<![\\p{L}\\d])(?:" + alternatives + ")(?![\\p{L}\\d])");
    }

    boolean in(Message message) {
        return pattern.matcher(message.plain()).find();
    }

    /** A few words of the message around what was found; the beginning of the message where nothing was. */
    String quotedFrom(Message message) {
        var matcher = pattern.matcher(message.plain());
        boolean sameLength = message.plain().length() == message.text().length();
        return Quotation.around(message.text(), sameLength && matcher.find() ? matcher.start() : 0);
    }
}
