using System.Diagnostics;
using System.IO.Compression;
using ReplayLint.Package.Tests;
using ReplayLint.Tool.Tests.Verification;
using Xunit;

namespace ReplayLint.Tool.Tests;

/// <summary>The tool as people get it: packed, installed and run.</summary>
public class InstalledToolTests
{
    [Fact]
    public async Task It_installs_and_finds_what_is_wrong()
    {
        using var repository = new TestRepository();
        var feed = repository["feed"];
        var version = $"0.0.0-test.{DateTime.UtcNow.Ticks}";
        var packed = await Dotnet.RunAsync(Path.Combine(TestRepository.SourceRoot, "src", "ReplayLint.Tool"), "pack", "--no-build", "-c", TestRepository.Configuration, "-o", feed, $"-p:Version={version}");
        Assert.True(packed.ExitCode == 0, packed.Output);
        AssertContent(Path.Combine(feed, $"ReplayLint.Tool.{version}.nupkg"));

        var installed = await Dotnet.RunAsync(repository.Root, "tool", "install", "ReplayLint.Tool", "--version", version, "--tool-path", repository["tools"], "--source", feed);
        Assert.True(installed.ExitCode == 0, installed.Output);

        repository.Write("App/App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        repository.Write("App/Program.cs", "Microsoft.AspNetCore.Builder.WebApplication.Create(args).Run();\n");
        repository.Write("App/Pages/Index.cshtml", "@page\n<p data-clarity-unmask=\"true\">Hi</p>\n<script src=\"https://www.clarity.ms/tag/abc\"></script>\n");
        var tool = repository[Path.Combine("tools", OperatingSystem.IsWindows() ? "replaylint.exe" : "replaylint")];
        var (exitCode, output, error) = await RunAsync(tool, repository.Root, "check", "App");

        Assert.True(exitCode == ExitCodes.Findings, output + error);
        Assert.Equal("", error);
        Assert.StartsWith("App/Pages/Index.cshtml\n  2 | <p data-clarity-unmask=\"true\">Hi</p>\n    |    ^^^^^^^^^^^^^^^^^^^^^^^^^^\n    warning RPL2003 ", output.ReplaceLineEndings("\n"));
        Assert.Contains("RPL1001", output);

        // Neither colours nor progress in a pipe.
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain('\r', output);
    }

    private static void AssertContent(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        var names = archive.Entries.Select(static entry => entry.FullName).ToHashSet();
        foreach (var framework in new[] { "net8.0", "net10.0" })
        {
            var folder = $"tools/{framework}/any/";
            string[] files = ["replaylint.dll", "ReplayLint.Analyzers.dll", "ReplayLint.CodeFixes.dll", "DotnetToolSettings.xml", "settings/ReplayLint.Tool.targets", "settings/buildTransitive/ReplayLint.targets", "settings/configuration/recommended.globalconfig", "BuildHost-netcore/Microsoft.CodeAnalysis.Workspaces.MSBuild.BuildHost.dll"];
            Assert.All(files, file => Assert.Contains(folder + file, names));
        }

        Assert.Contains("README.md", names);
        Assert.Contains("THIRD-PARTY-NOTICES.txt", names);
        Assert.DoesNotContain(names, static name => name.StartsWith("content", StringComparison.Ordinal));
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await error);
    }
}
