using Shop.Web;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
builder.Services.AddRazorPages();
builder.Services.AddSingleton<ProductCatalog>();
builder.Services.Configure<AnalyticsOptions>(builder.Configuration.GetSection("Analytics"));
builder.Services.Configure<CookiePolicyOptions>(options =>
{
    options.CheckConsentNeeded = _ => true; // expect: RPL1007
    options.MinimumSameSitePolicy = SameSiteMode.Lax;
});

var app = builder.Build();
app.UseStaticFiles();
app.UseCookiePolicy();
app.MapDefaultControllerRoute();
app.MapRazorPages();
app.Run();
