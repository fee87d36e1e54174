using Shop.Web;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddSingleton<ProductCatalog>();

var app = builder.Build();
app.UseStaticFiles();
app.MapRazorPages();
app.Run();
