package nl.voorbeeld.vergunningen;

import java.util.List;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.stereotype.Service;

/** Vergelijkt de stukken van een aanvraag met de lijst van vereiste stukken. */
@Service
public class Stukkencontrole {

    private final ChatClient chatClient;

    public Stukkencontrole(ChatClient.Builder builder) {
        this.chatClient = builder.build();
    }

    public String ontbrekend(List<String> ontvangen, List<String> vereist) {
        return chatClient.prompt()
                .system("Noem de stukken die nog ontbreken. Geef geen oordeel over de aanvraag.")
                .user(u -> u.text("Vereist: {vereist}. Ontvangen: {ontvangen}.")
                        .param("vereist", String.join(", ", vereist))
                        .param("ontvangen", String.join(", ", ontvangen)))
                .call()
                .content();
    }
}
