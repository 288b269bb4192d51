using Meldingen.Api;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<Indeler>();

var app = builder.Build();
app.MapPost("/meldingen", async (Melding melding, Indeler indeler) =>
    Results.Ok(new { melding.Nummer, Onderwerp = await indeler.OnderwerpVan(melding.Tekst) }));
app.Run();

internal sealed record Melding(string Nummer, string Tekst);
