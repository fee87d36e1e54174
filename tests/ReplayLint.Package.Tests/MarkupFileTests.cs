using Xunit;

namespace ReplayLint.Package.Tests;

/// <summary>Which pages and scripts of a project reach the compiler.</summary>
[Collection(nameof(PackedPackage))]
public class MarkupFileTests(PackedPackage package)
{
    private const string Net = "<TargetFramework>net10.0</TargetFramework>";
    private static readonly (string, string) Code = ("Program.cs", "System.Console.WriteLine();");
    private static readonly (string, string) Library = ("C.cs", "public class C { }");

    private static readonly (string, string)[] Pages =
    [
        ("wwwroot/index.html", ""),
        ("wwwroot/old.htm", ""),
        ("wwwroot/js/site.js", ""),
        ("wwwroot/js/module.mjs", ""),
    ];

    private static readonly string[] PagePaths = ["wwwroot/index.html", "wwwroot/js/module.mjs", "wwwroot/js/site.js", "wwwroot/old.htm"];

    [Fact]
    public async Task A_web_application_hands_over_views_components_pages_and_scripts_each_once()
    {
        var project = package.CreateProject("Microsoft.NET.Sdk.Web", Net,
            [Code, .. Pages, ("Views/Home/Index.cshtml", ""), ("Pages/Index.cshtml", "@page"), ("Components/App.razor", ""), ("Components/App.razor.js", "")]);

        var input = await CompilerInput.ReadAsync(package, project);

        Assert.Equal(["Components/App.razor", "Components/App.razor.js", "Pages/Index.cshtml", "Views/Home/Index.cshtml", .. PagePaths], input.AdditionalFiles);
        Assert.Contains("build_metadata.AdditionalFiles.TargetPath", input.EditorConfig);
        Assert.Contains("build_property.ReplayLintIncludeMarkup = true", input.EditorConfig);
        Assert.Contains($"build_property.MSBuildProjectDirectory = {Path.GetFileName(project)}", input.EditorConfig.Replace(Path.GetDirectoryName(project) + Path.DirectorySeparatorChar, ""));
        Assert.Contains("Acornima.dll", input.Analyzers);
        Assert.Contains("ReplayLint.Analyzers.dll", input.Analyzers);
    }

    [Fact]
    public async Task A_Razor_class_library_too()
    {
        var project = package.CreateProject("Microsoft.NET.Sdk.Razor", Net + "<AddRazorSupportForMvc>true</AddRazorSupportForMvc>",
            [Library, .. Pages, ("Shared/_Part.cshtml", ""), ("Part.razor", "")]);

        var input = await CompilerInput.ReadAsync(package, project);

        Assert.Equal(["Part.razor", "Shared/_Part.cshtml", .. PagePaths], input.AdditionalFiles);
    }

    [Fact]
    public async Task A_Blazor_WebAssembly_application_too()
    {
        var project = package.CreateProject("Microsoft.NET.Sdk.BlazorWebAssembly", Net, [Code, .. Pages, ("App.razor", ""), ("Pages/Home.razor", "@page \"/\"")]);

        var input = await CompilerInput.ReadAsync(package, project);

        Assert.Equal(["App.razor", "Pages/Home.razor", .. PagePaths], input.AdditionalFiles);
    }

    [Fact]
    public async Task A_project_without_the_Razor_SDK_hands_over_its_views_too()
    {
        var project = package.CreateProject("", [Library, .. Pages, ("Views/Home/Index.cshtml", ""), ("Part.razor", ""), ("MainPage.xaml", "<Page />")]);

        var input = await CompilerInput.ReadAsync(package, project);

        Assert.Equal(["MainPage.xaml", "Part.razor", "Views/Home/Index.cshtml", .. PagePaths], input.AdditionalFiles);
        Assert.DoesNotContain("TargetPath", input.EditorConfig);
        Assert.Contains("build_property.MSBuildProjectDirectory = ", input.EditorConfig);
    }

    /// <summary>They may hold the content security policy; those of other folders belong to something else.</summary>
    [Fact]
    public async Task The_settings_beside_the_project_are_handed_over()
    {
        var project = package.CreateProject("Microsoft.NET.Sdk.Web", Net, [Code, ("appsettings.json", "{}"), ("appsettings.Production.json", "{}"), ("wwwroot/appsettings.json", "{}"), ("Resources/Raw/appsettings.json", "{}"), ("package.json", "{}"), ("Client/appsettings.json", "{}")]);

        var input = await CompilerInput.ReadAsync(package, project);

        Assert.Equal(["Resources/Raw/appsettings.json", "appsettings.Production.json", "appsettings.json", "wwwroot/appsettings.json"], input.AdditionalFiles.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Other_peoples_scripts_and_what_a_build_writes_stay_out()
    {
        const int Limit = 1024 * 1024;
        var project = package.CreateProject("Microsoft.NET.Sdk.Web", Net,
        [
            Code,
            ("wwwroot/js/site.js", ""),
            ("wwwroot/js/it's (old) 100%; ok.js", ""),
            ("wwwroot/js/large.js", new string(' ', Limit)),
            ("wwwroot/js/larger.js", new string(' ', Limit + 1)),
            ("wwwroot/js/site.min.js", ""),
            ("wwwroot/js/module.min.mjs", ""),
            ("wwwroot/js/app.bundle.js", ""),
            ("wwwroot/lib/jquery/jquery.js", ""),
            ("wwwroot/js/lib/a/b/c.js", ""),
            ("node_modules/a/index.js", ""),
            ("Client/node_modules/a/index.html", ""),
            ("Client/library/index.html", ""),
            ("bin/Debug/net10.0/report.html", ""),
            ("obj/generated.js", ""),
            ("Other/bin/report.html", ""),
            ("Other/obj/report.html", ""),
            (".cache/page.html", ""),
        ]);

        var input = await CompilerInput.ReadAsync(package, project);

        Assert.Equal(["Client/library/index.html", "wwwroot/js/it's (old) 100%; ok.js", "wwwroot/js/large.js", "wwwroot/js/site.js"], input.AdditionalFiles);
    }

    [Fact]
    public async Task A_file_that_the_project_hands_over_itself_is_not_handed_over_twice()
    {
        var project = package.CreateProject("", [Library, .. Pages, ("MainPage.xaml", "<Page />")]);
        File.WriteAllText(Path.Combine(project, "Directory.Build.targets"), """
            <Project>
              <ItemGroup>
                <AdditionalFiles Include="wwwroot/**/*.js;$(MSBuildProjectDirectory)/wwwroot/index.html" />
              </ItemGroup>
              <!-- As the SDKs of user interfaces do. -->
              <Target Name="AddXaml" BeforeTargets="GenerateMSBuildEditorConfigFileShouldRun">
                <ItemGroup>
                  <AdditionalFiles Include="MainPage.xaml" />
                </ItemGroup>
              </Target>
            </Project>
            """);

        var input = await CompilerInput.ReadAsync(package, project);

        Assert.Equal(["MainPage.xaml", .. PagePaths], input.AdditionalFiles);
    }

    [Fact]
    public async Task It_can_be_switched_off()
    {
        var project = package.CreateProject("Microsoft.NET.Sdk.Web", Net + "<ReplayLintIncludeMarkup>false</ReplayLintIncludeMarkup>", [Code, .. Pages, ("Pages/Index.cshtml", "@page")]);

        var input = await CompilerInput.ReadAsync(package, project);

        // The Razor SDK needs its views; the analyzers are told.
        Assert.Equal(["Pages/Index.cshtml"], input.AdditionalFiles);
        Assert.Contains("build_property.ReplayLintIncludeMarkup = false", input.EditorConfig);
    }

    [Fact]
    public async Task Switched_off_it_leaves_no_finding_in_pages_and_those_in_code()
    {
        var sample = package.CopySample("Shop.Web");
        var expected = Finding.Expected(sample).Where(static finding => finding.File.EndsWith(".cs", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(expected);

        var (exitCode, output) = await package.BuildAsync(sample, "-p:ReplayLintIncludeMarkup=false");

        Assert.True(exitCode == 0, output);
        Assert.Equal(expected, Finding.Parse(output, sample));
    }

    [Fact]
    public async Task The_scripts_in_the_texts_of_a_test_project_are_not_read()
    {
        const string Loader = "public class C { public string S() => \"<script src='https://static.hotjar.com/c/hotjar-1.js'></script>\"; }";

        var (_, application) = await package.BuildAsync(package.CreateProject("Microsoft.NET.Sdk", Net, [("C.cs", Loader)]));
        Assert.Contains(Finding.Parse(application), static finding => finding.Id == "RPL1001");

        var (exitCode, tests) = await package.BuildAsync(package.CreateProject("Microsoft.NET.Sdk", Net + "<IsTestProject>true</IsTestProject>", [("C.cs", Loader)]));
        Assert.True(exitCode == 0, tests);
        Assert.Empty(Finding.Parse(tests));
    }

    [Fact]
    public async Task A_design_time_build_hands_over_the_same()
    {
        var project = package.CreateProject("Microsoft.NET.Sdk.Web", Net, [Code, .. Pages, ("Pages/Index.cshtml", "@page")]);
        var restored = await Dotnet.RunAsync(project, "restore", "--nologo");
        Assert.True(restored.ExitCode == 0, restored.Output);

        var input = await CompilerInput.ReadAsync(package, project, "--no-restore", "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true", "-p:BuildProjectReferences=false");

        Assert.Equal(["Pages/Index.cshtml", .. PagePaths], input.AdditionalFiles);
    }

    [Fact]
    public async Task A_build_compiles_again_only_when_a_page_or_script_has_changed()
    {
        var project = package.CreateProject("Microsoft.NET.Sdk.Web", Net, [Code, .. Pages]);
        var assembly = Path.Combine(project, "obj", "Debug", "net10.0", "App.dll");

        async Task<DateTime> BuildAsync()
        {
            var (exitCode, output) = await package.BuildAsync(project);
            Assert.True(exitCode == 0, output);
            return File.GetLastWriteTimeUtc(assembly);
        }

        var first = await BuildAsync();
        Assert.Equal(first, await BuildAsync());

        File.AppendAllText(Path.Combine(project, "wwwroot", "js", "site.js"), "// changed");
        Assert.NotEqual(first, await BuildAsync());
    }
}
