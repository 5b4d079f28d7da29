package dev.dictamen.ingest.inspect;

import java.util.List;

/** Words that tell what a table, a column or a value is, in English, Spanish and Portuguese; singular, without accents' forms. */
enum Hint {
    CHAT("chat conversation ticket dialog dialogue livechat conversacion conversa conversacao atencion atendimento"
            + " chamado caso case session sesion sessao interaction interaccion"),
    MESSAGE(
            "message msg mensaje mensagem mensagen thread entry reply post line utterance text respuesta resposta chatlog"),
    TEXT("text body msg message content texto mensaje mensagem contenido conteudo corpo cuerpo utterance line"),
    ARCHIVE("archive archived arch archivo arquivo backup bak old history hist historico log tmp temp"),
    STATUS("status state estado situacao situacion stage etapa"),
    CLOSED("closed close cls cerrado cerrada cierre cerrar fechado fechada fechamento encerrado encerrada encerramento"
            + " resolved resolve resuelto resuelta resolvido solved finished finalizado finalizada finalized terminado"
            + " terminada done ended end fin fim concluido concluida completed complete"),
    OPEN(
            "open opened pending active waiting new queued assigned ongoing progress abierto abierta pendiente activo activa"
                    + " espera nuevo nueva curso aberto aberta pendente ativo ativa novo nova andamento snoozed bot"),
    OPENING(
            "opened open created create creation started start begin began inicio iniciado creado creada creacion criado"
                    + " criada criacao abierto abertura apertura added ts date time fecha data hora datetime timestamp"),
    CHANGED("updated update modified changed change lastupdate actualizado modificado atualizado alterado"),
    TIME("time at date ts on datetime timestamp fecha hora data em el"),
    PERSON("user agent operator staff employee assignee assigned owner usuario agente operador operadora atendente"
            + " asesor attendant admin support uid"),
    TEAM(
            "team queue department departament departamento dept dep group inbox mailbox equipo equipe fila cola setor area"
                    + " sector grupo skill"),
    CUSTOMER("customer client cliente contact contacto contato visitor visitante nick guest requester lead"),
    GIVEN_NAME("name nombre nome fullname displayname firstname first"),
    SURNAME("surname lastname last apellido apellidos sobrenome"),
    LANGUAGE("language lang locale idioma lingua lengua"),
    CHANNEL("channel canal source origin origen origem medium platform plataforma"),
    UNWANTED("anonymized anonymised deleted spam test draft group trashed eliminado borrado excluido deletado prueba"),
    INTERNAL("internal private whisper note interno interna privado privada nota"),
    ROLE("role sender type kind author direction origin rol papel remitente emisor tipo autor direccion who from"),
    WHO("sender author from who remitente emisor autor quien by"),
    INCOMING("incoming inbound fromcustomer fromclient fromvisitor isincoming isinbound iscustomer isclient entrante"),
    OUTGOING("fromme outgoing outbound fromagent fromoperator isoutgoing isagent isoperator isstaff saliente"),
    SAYS_CUSTOMER("customer client cliente visitor visitante user usuario contact contacto contato guest in incoming"
            + " inbound consumer lead"),
    SAYS_AGENT(
            "agent agente operator operador staff support soporte suporte atendente asesor admin out outgoing outbound"
                    + " human assistant employee"),
    SAYS_BOT("bot robot chatbot auto autoresponder ai"),
    SAYS_SYSTEM("system sistema event evento log info activity notification"),
    SAYS_NOTE("note nota internal interno whisper private privado comment");

    private final String words;

    Hint(String words) {
        this.words = " " + words + " ";
    }

    /** Whether one of the name's words is one of these. */
    boolean isIn(String name) {
        return countIn(name) > 0;
    }

    /** How many of the name's words are of these. */
    long countIn(String name) {
        return Words.of(name).stream().filter(this::has).count();
    }

    /** Whether the name is nothing but such words, ids and times' endings apart. */
    boolean isAllOf(String name) {
        var rest = Words.of(name).stream()
                .filter(word -> !List.of("id", "is", "the").contains(word))
                .toList();
        return !rest.isEmpty() && rest.stream().allMatch(this::has);
    }

    /** Whether the name's words, written together, are one of these. */
    boolean isWritten(String name) {
        return has(String.join("", Words.of(name)));
    }

    private boolean has(String word) {
        return words.contains(" " + word + " ");
    }
}
