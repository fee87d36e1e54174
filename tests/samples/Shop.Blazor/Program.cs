using Shop.Blazor.Components;
using Shop.Blazor.Services;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddScoped<Customer>();
builder.Services.AddScoped<CookieChoice>();
builder.Services.AddScoped<ReplayRecorder>();
builder.Services.AddSingleton<ReplayStore>();

var app = builder.Build();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapPost("/replay", async (HttpRequest request, ReplayStore store) => store.Add(await new StreamReader(request.Body).ReadToEndAsync()));
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
app.Run();
