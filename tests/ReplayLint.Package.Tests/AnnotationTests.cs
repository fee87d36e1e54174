using Xunit;

namespace ReplayLint.Package.Tests;

[Collection(nameof(PackedPackage))]
public class AnnotationTests(PackedPackage package)
{
    private const string Use = """
        using System.Threading.Tasks;
        using ReplayLint;

        [assembly: SessionReplayPolicy("*", ReplayPurpose.Support, RetentionHours = 4, Reference = "R-1", ConsentMechanism = "banner")]

        public class Consent
        {
            [ConsentGuard(Purpose = "session-replay")] public bool Granted { get { return false; } }
            [ConsentGuard] public Task<bool> AskAsync() { return Task.FromResult(false); }
            [EnsuresConsent] public void Require() { }
            [RevokesConsent] public void Withdraw() { }
            [RequiresConsent] public void Start([ConsentCallback] System.Action run, [ConsentGuard] bool agreed) { run(); }
        }
        """;

    [Theory]
    [InlineData("<LangVersion>7.3</LangVersion>")]
    [InlineData("<LangVersion>latest</LangVersion><Nullable>enable</Nullable><AnalysisMode>All</AnalysisMode><GenerateDocumentationFile>true</GenerateDocumentationFile><NoWarn>CS1591;CA1034;CA1024;CA1822;CA1062;CA1014;CA1050;CA1716</NoWarn>")]
    public async Task The_annotations_compile_without_a_warning(string properties)
    {
        var project = package.CreateProject(properties, ("Consent.cs", Use));

        var (exitCode, output) = await package.BuildAsync(project, "-warnaserror");

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task Two_projects_that_see_each_others_internals_have_their_own()
    {
        var first = package.CreateProject("", ("Consent.cs", Use + "\n[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Second\")]".Replace("\n[", "\n")));
        File.WriteAllText(Path.Combine(first, "Consent.cs"), "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Second\")]\n");
        File.AppendAllText(Path.Combine(first, "Use.cs"), Use);

        var second = Path.Combine(Path.GetDirectoryName(first)!, "Second");
        Directory.CreateDirectory(second);
        File.WriteAllText(
            Path.Combine(second, "Second.csproj"),
            File.ReadAllText(Path.Combine(first, "App.csproj")).Replace("<ItemGroup>", "<ItemGroup><ProjectReference Include=\"..\\App\\App.csproj\" />"));
        File.WriteAllText(Path.Combine(second, "Use.cs"), Use.Replace("class Consent", "class Other"));

        var (exitCode, output) = await package.BuildAsync(second, "-warnaserror");

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task They_can_be_left_out()
    {
        var project = package.CreateProject("<ReplayLintAnnotations>false</ReplayLintAnnotations>", ("Consent.cs", Use));

        var (exitCode, output) = await package.BuildAsync(project);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("CS0246", output);
    }
}
