using Xunit;

namespace ReplayLint.Package.Tests;

[Collection(nameof(PackedPackage))]
public class HealthTests(PackedPackage package)
{
    [Fact]
    public async Task The_build_says_so_when_analysis_would_not_happen()
    {
        var project = package.CreateProject("", ("C.cs", "public class C { }"));

        var healthy = await package.BuildAsync(project, "-p:ContinuousIntegrationBuild=true");
        Assert.True(healthy.ExitCode == 0, healthy.Output);
        Assert.DoesNotContain("RPLPKG", healthy.Output);

        var oldSdk = await package.BuildAsync(project, "-p:NETCoreSdkVersion=7.0.410");
        Assert.Contains("warning RPLPKG02", oldSdk.Output);

        var switchedOff = await package.BuildAsync(project, "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false");
        Assert.Contains("warning RPLPKG03", switchedOff.Output);

        var switchedOffDuringBuild = await package.BuildAsync(project, "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzersDuringBuild=false");
        Assert.Contains("warning RPLPKG03", switchedOffDuringBuild.Output);

        var meant = await package.BuildAsync(project, "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false", "-p:ReplayLintMode=off", "-p:ReplayLintOffReason=Another build analyses");
        Assert.DoesNotContain("RPLPKG", meant.Output);

        var offWithoutReason = await package.BuildAsync(project, "-p:ReplayLintMode=Off", "-p:ReplayLintOffReason= ");
        Assert.Contains("warning RPLPKG04", offWithoutReason.Output);

        var onADesk = await package.BuildAsync(project, "-p:RunAnalyzers=false");
        Assert.DoesNotContain("RPLPKG", onADesk.Output);
    }

    [Fact]
    public async Task A_bad_line_in_a_catalogue_file_of_the_project_fails_the_build()
    {
        var project = package.CreateProject("", ("C.cs", "public class C { }"), ("replaylint.team.txt", "recorder Mine\n  strat M:C.M\n"));

        var (exitCode, output) = await package.BuildAsync(project);

        Assert.NotEqual(0, exitCode);
        Assert.Equal(new Finding("replaylint.team.txt", 2, "RPL9005"), Assert.Single(Finding.Parse(output)));
    }
}
