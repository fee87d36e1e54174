using ReplayLint.Package.Tests;
using ReplayLint.Tool.Tests.Verification;
using Xunit;

namespace ReplayLint.Tool.Tests.Commands;

/// <summary>The tool on repositories as people have them, none of which references the package.</summary>
public class RepositoryTests
{
    [Fact]
    public async Task A_web_application_with_its_library_and_a_project_that_does_not_compile()
    {
        using var repository = new TestRepository();
        WriteShop(repository);
        repository.Write("src/Broken/Broken.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        repository.Write("src/Broken/Broken.cs", "class Broken { Missing Field; }\n");
        repository.Write("src/Torn/Torn.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>");
        repository.Write("src/Other/Other.fsproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");

        var check = await CommandLine.RunAsync("check", repository["Shop.slnx"], "--format", "json", "--severity", "warning");

        Assert.Equal(ExitCodes.Incomplete, check.ExitCode);
        Assert.Equal(
        [
            new Finding("src/Shop.Web/Views/Home/Index.cshtml", 3, "RPL2003"),
            new Finding("src/Shop.Web/Views/Shared/_Layout.cshtml", 8, "RPL1001"),
            new Finding("src/Shop.Web/Views/Shared/_Layout.cshtml", 8, "RPL5001"),
            new Finding("src/Shop.Web/wwwroot/js/site.js", 1, "RPL4001"),
        ], JsonFindings.Read(check.Output, repository.Root));

        var incomplete = JsonFindings.Incomplete(check.Output);
        Assert.Contains(incomplete, static problem => problem.StartsWith("Broken.csproj: It does not compile (1 error)", StringComparison.Ordinal) && problem.Contains("CS0246", StringComparison.Ordinal));
        Assert.Contains(incomplete, static problem => problem.StartsWith("Torn.csproj: ", StringComparison.Ordinal));
        Assert.DoesNotContain(incomplete, static problem => problem.StartsWith("Shop.Web", StringComparison.Ordinal));
        Assert.Contains("Other.fsproj", check.Output[check.Output.IndexOf("\"skipped\"", StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task Fixes_of_a_web_application_can_be_looked_at_first_and_taken_by_git()
    {
        using var repository = new TestRepository();
        WriteShop(repository);
        await repository.CommitAsync();
        var before = repository.ReadAll();

        var shown = await CommandLine.RunAsync("fix", repository["src/Shop.Web"], "--dry-run");
        Assert.Equal(before, repository.ReadAll());

        var made = await CommandLine.RunAsync("fix", repository["src/Shop.Web"], "--no-restore");
        Assert.True(made.ExitCode == ExitCodes.Findings, made.Output + made.Error);
        var after = repository.ReadAll();
        Assert.Contains("    @if (Consent.HasConsent)\n    {\n        <script src=", after["src/Shop.Web/Views/Shared/_Layout.cshtml"]);
        Assert.DoesNotContain("data-clarity-unmask", after["src/Shop.Web/Views/Home/Index.cshtml"]);

        // The diff that was shown makes the same of what was there.
        await repository.GitAsync("checkout", "-q", ".");
        repository.Write("fix.diff", WithRelativePaths(shown.Output, repository.Root));
        await repository.GitAsync("apply", "fix.diff");
        File.Delete(repository["fix.diff"]);
        Assert.Equal(after, repository.ReadAll());
    }

    /// <summary>The tool is no editor that shortens names and formats afterwards: what it writes must mean what it meant.</summary>
    [Fact]
    public async Task What_a_fix_writes_is_written_as_an_editor_would()
    {
        using var repository = new TestRepository();
        repository.Write("Replay/LaunchDarkly.SessionReplay.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        repository.Write("Replay/LaunchDarkly.cs", """
            namespace LaunchDarkly.SessionReplay
            {
                public class SessionReplayOptions
                {
                    public bool IsEnabled { get; set; } = true;
                    public PrivacyOptions Privacy { get; set; } = new PrivacyOptions();
                    public class PrivacyOptions { public bool MaskWebViews { get; set; } public bool MaskLabels { get; set; } public bool MaskImages { get; set; } }
                }
            }
            namespace LaunchDarkly.Observability
            {
                public class ObservabilityOptions { }
                public static class LDObserve { public static void Init(string mobileKey, ObservabilityOptions observability, LaunchDarkly.SessionReplay.SessionReplayOptions replay = null) { } }
            }
            """);
        repository.Write("App/App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><ProjectReference Include=\"../Replay/LaunchDarkly.SessionReplay.csproj\" /></ItemGroup></Project>");
        repository.Write("App/App.cs", "using LaunchDarkly.Observability;\r\nusing LaunchDarkly.SessionReplay;\r\n\r\nclass App\r\n{\r\n    void Run() => LDObserve.Init(\"key\", null, new SessionReplayOptions());\r\n}\r\n");

        var made = await CommandLine.RunAsync("fix", repository["App"]);

        Assert.True(made.ExitCode == ExitCodes.Clean, made.Output + made.Error);
        Assert.Contains(
            "Init(\"key\", null, new SessionReplayOptions { IsEnabled = false, Privacy = new SessionReplayOptions.PrivacyOptions { MaskLabels = true, MaskImages = true, MaskWebViews = true } });\r\n}\r\n",
            repository.Read("App/App.cs"));
    }

    [Fact]
    public async Task An_application_of_components_with_a_mobile_library()
    {
        using var repository = new TestRepository();
        repository.Write("App/App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Razor\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup><ItemGroup><FrameworkReference Include=\"Microsoft.AspNetCore.App\" /><ProjectReference Include=\"../Mobile/Mobile.csproj\" /></ItemGroup></Project>");
        repository.Write("App/_Imports.razor", "@using Microsoft.JSInterop\n");
        repository.Write("App/Start.razor", """
            @inject IJSRuntime Js

            <p class="ok">Welcome</p>

            @code {
                protected override async Task OnAfterRenderAsync(bool first)
                {
                    if (first)
                        await Js.InvokeVoidAsync("clarity", "identify", "jo@shop.example");
                }
            }
            """);
        repository.Write("Mobile/Mobile.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><LangVersion>latest</LangVersion></PropertyGroup></Project>");
        repository.Write("Mobile/Recorder.cs", "namespace Vendor\n{\n    public class Options { public bool HideText { get; set; } = true; }\n    public static class Recorder { public static void Start(Options options) { } public static void Stop() { } }\n}\n");
        repository.Write("Mobile/replaylint.vendor.txt", """
            recorder Vendor
              api T:Vendor.Recorder
              start M:Vendor.Recorder.Start(Vendor.Options)
              stop M:Vendor.Recorder.Stop
              setting P:Vendor.Options.HideText protects=text safe=true default=true
            """);
        repository.Write("Mobile/App.cs", "namespace Shop\n{\n    public static class App\n    {\n        public static void Run()\n        {\n            Vendor.Recorder.Start(new Vendor.Options { HideText = false });\n        }\n    }\n}\n");

        // Without a solution, every project below the folder. Which policy holds, is said by applications and not by a library.
        var check = await CommandLine.RunAsync("check", repository.Root, "--format", "json", "--severity", "warning");

        Assert.True(check.ExitCode == ExitCodes.Findings, check.Output);
        Assert.Equal(
        [
            new Finding("App/Start.razor", 9, "RPL4001"),
            new Finding("Mobile/App.cs", 7, "RPL1001"),
            new Finding("Mobile/App.cs", 7, "RPL2001"),
        ], JsonFindings.Read(check.Output, repository.Root));

        var fix = await CommandLine.RunAsync("fix", repository["Mobile"], "--no-restore", "--rule", "RPL2001");
        Assert.True(fix.ExitCode == ExitCodes.Clean, fix.Output + fix.Error);
        Assert.Contains("HideText = true }", repository.Read("Mobile/App.cs"));
    }

    private static void WriteShop(TestRepository repository)
    {
        repository.Write("Shop.slnx", """
            <Solution>
              <Project Path="src/Shop.Core/Shop.Core.csproj" />
              <Project Path="src/Shop.Web/Shop.Web.csproj" />
              <Project Path="src/Broken/Broken.csproj" />
              <Project Path="src/Torn/Torn.csproj" />
              <Project Path="src/Other/Other.fsproj" />
            </Solution>
            """);
        repository.Write("src/Shop.Core/Shop.Core.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        repository.Write("src/Shop.Core/Consent.cs", "namespace Shop.Core;\n\npublic class Consent\n{\n    public bool HasConsent { get; set; }\n}\n");
        repository.Write("src/Shop.Web/Shop.Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup><ItemGroup><ProjectReference Include=\"../Shop.Core/Shop.Core.csproj\" /></ItemGroup></Project>");
        repository.Write("src/Shop.Web/Program.cs", "var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddControllersWithViews();\nbuilder.Services.AddScoped<Shop.Core.Consent>();\nvar app = builder.Build();\napp.MapDefaultControllerRoute();\napp.Run();\n");
        repository.Write("src/Shop.Web/Views/_ViewImports.cshtml", "@using Shop.Core\n");
        repository.Write("src/Shop.Web/Views/Shared/_Layout.cshtml", """
            @inject Consent Consent
            <!DOCTYPE html>
            <html>
            <head>
                <meta charset="utf-8" />
                <meta name="agreed" content="@(Consent.HasConsent ? "yes" : "no")" />
                <title>Shop</title>
                <script src="https://www.clarity.ms/tag/abc" async></script>
            </head>
            <body>
                @if (Consent.HasConsent)
                {
                    <p>Thank you.</p>
                }
                @RenderBody()
            </body>
            </html>
            """);
        repository.Write("src/Shop.Web/Views/Home/Index.cshtml", "@{ Layout = \"_Layout\"; }\n<h1>Shop</h1>\n<p data-clarity-unmask=\"true\">Welcome</p>\n");
        repository.Write("src/Shop.Web/wwwroot/js/site.js", "window.clarity(\"identify\", \"jo@shop.example\");\n");
        repository.Write("src/Shop.Web/wwwroot/lib/other/tool.js", "posthog.init(\"key\", { session_recording: { maskAllInputs: false } });\n");
    }

    /// <summary>Tests run in another folder than the repository, so the diff names whole paths.</summary>
    private static string WithRelativePaths(string diff, string root) =>
        diff.Replace("a/" + root + "/", "a/", StringComparison.Ordinal).Replace("b/" + root + "/", "b/", StringComparison.Ordinal);
}
