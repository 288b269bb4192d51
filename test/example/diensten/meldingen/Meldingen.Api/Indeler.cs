using Azure.AI.OpenAI;
using Azure.Identity;
using OpenAI.Chat;

namespace Meldingen.Api;

/// <summary>Deelt een melding over de openbare ruimte in bij een onderwerp.</summary>
public sealed class Indeler
{
    private readonly ChatClient _chat;

    public Indeler(IConfiguration configuration)
    {
        var endpoint = new Uri(configuration["AzureOpenAI:Endpoint"]!);
        var client = new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
        _chat = client.GetChatClient(configuration["AzureOpenAI:Deployment"]);
    }

    public async Task<string> OnderwerpVan(string melding)
    {
        ChatCompletion antwoord = await _chat.CompleteChatAsync(
            new SystemChatMessage("Kies een onderwerp: afval, groen, verlichting, wegdek, overig."),
            new UserChatMessage(melding));
        return antwoord.Content[0].Text;
    }
}
