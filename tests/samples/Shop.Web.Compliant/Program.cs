using Shop.Web;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
builder.Services.AddRazorPages();
builder.Services.AddSingleton<ProductCatalog>();
builder.Services.Configure<AnalyticsOptions>(builder.Configuration.GetSection("Analytics"));
builder.Services.Configure<CookiePolicyOptions>(options =>
{
    options.CheckConsentNeeded = _ => true;
    options.ConsentCookie.Name = AnalyticsOptions.ConsentCookie;
    options.ConsentCookie.Expiration = TimeSpan.FromDays(180);
    options.MinimumSameSitePolicy = SameSiteMode.Lax;
});

var app = builder.Build();
app.UseStaticFiles();
app.UseCookiePolicy();
app.MapDefaultControllerRoute();
app.MapRazorPages();
app.Run();
