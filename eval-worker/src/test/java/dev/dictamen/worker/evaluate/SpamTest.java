package dev.dictamen.worker.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.worker.testing.Conversations;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpamTest {
    private static final String GREETING = "Hola, ¿en qué puedo ayudarle?";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GANA dinero desde casa con bitcoin https://x.example/1",
                "Free bonus!!! Visit https://casino.example",
                "https://a.example | https://b.example",
                "😀😀 | ... | 😀",
                "aaaaaaaaa | aaaaaaaa | aaaaaaaaaa",
            })
    void advertisingAndNoiseAreSkipped(String said) {
        assertThat(Eligibility.reasonToSkip(chat(GREETING, said))).contains(SkipReason.SPAM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tienda.example/producto/7",
                "Vi la oferta con descuento en https://tienda.example ¿sigue vigente?",
                "No me aplica el descuento de la oferta https://tienda.example",
                "La promoción https://tienda.example/oferta",
                "GANA dinero con bitcoin https://x.example | ¿Es de ustedes este correo?",
                "Hola | Hola | Hola",
                "??? | ??? | ???",
                "5512345678 | 5512345678 | 5512345678",
                "👍",
                "ok | ok | ok",
                "[imagen] | [imagen] | [imagen]",
                "pedido 1234 https://tienda.example/ofertas-gratis",
            })
    void whatACustomerMayMeanIsJudged(String said) {
        assertThat(Eligibility.reasonToSkip(chat(GREETING, said))).isEmpty();
    }

    @Test
    void whatAnAgentWorkedOnIsJudged() {
        var advertising = "GANA dinero desde casa con bitcoin https://x.example/1";

        assertThat(Spam.is(chat("Le informo que hemos reportado su mensaje.", advertising)))
                .isFalse();
    }

    @Test
    void picturesWithoutTextAreJudged() {
        var picture = new ChatMessage(0, Role.CUSTOMER, "", null);
        var greeting = new ChatMessage(3, Role.AGENT, GREETING, null);

        assertThat(Spam.is(Chats.with("chat-1", List.of(picture, picture, picture, greeting))))
                .isFalse();
    }

    @Test
    void hardlyAnyRealChatIsSpam() {
        var chats = Conversations.real();

        assertThat(chats.stream().filter(Spam::is)).hasSizeLessThanOrEqualTo(chats.size() / 100);
    }

    /** What the customer said, message by message, and the agent's answer to the first. */
    private static ClosedChat chat(String agent, String customer) {
        var messages = new ArrayList<ChatMessage>();
        for (var text : List.of(customer.split(" \\| "))) {
            messages.add(new ChatMessage(messages.size(), Role.CUSTOMER, text, null));
        }
        messages.add(new ChatMessage(messages.size(), Role.AGENT, agent, null));
        return Chats.with("chat-1", messages);
    }
}
