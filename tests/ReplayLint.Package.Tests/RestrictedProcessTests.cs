using System.Diagnostics;
using Xunit;

namespace ReplayLint.Package.Tests;

/// <summary>
/// Hostile code and markup, analysed by a process that has no network and may write nowhere but where the compiler puts its
/// output: the findings are what they are elsewhere, and nothing of what is analysed has run.
/// </summary>
[Collection(nameof(PackedPackage))]
public sealed class RestrictedProcessTests(PackedPackage package)
{
    private const string Code = """
        using System.Runtime.CompilerServices;
        [assembly: ReplayLint.SessionReplayPolicy("*", ReplayLint.ReplayPurpose.ErrorDiagnosis, RetentionDays = 30, Reference = "R-1")]
        public static class Attack
        {
            public static readonly string Ran = Run();
            [ModuleInitializer] public static void Initialize() => Run();
            static Attack() => Run();
            public static string Run()
            {
                System.IO.File.WriteAllText("/tmp/replaylint-attack", "ran");
                return new System.Net.Http.HttpClient().GetStringAsync("https://www.clarity.ms/tag/x").Result;
            }
        }
        [Hostile] public class App { public void M() { Vendor.Tracker.Begin(); } }
        public sealed class HostileAttribute : System.Attribute { public HostileAttribute() => Attack.Run(); }
        namespace Vendor { public static class Tracker { public static void Begin() => Attack.Run(); } }
        """;

    private const string Page = """
        @{ System.IO.File.WriteAllText("/tmp/replaylint-attack", "ran"); }
        <script>require('fs').writeFileSync('/tmp/replaylint-attack', 'ran'); fetch('https://www.clarity.ms/tag/x');</script>
        <script src="file:///etc/passwd"></script><partial name="../../../../etc/passwd" />
        <script src="https://www.clarity.ms/tag/x"></script>
        <!DOCTYPE html [ <!ENTITY x SYSTEM "file:///etc/passwd"> ]>&x;
        """;

    private static readonly Finding[] Expected = [new("App.cs", 14, "RPL1001"), new("Index.cshtml", 2, "RPL1001"), new("Index.cshtml", 4, "RPL1001")];

    [OnLinuxWithNamespacesFact]
    public async Task What_is_analysed_does_not_run_and_nothing_else_is_needed()
    {
        const string Attack = "/tmp/replaylint-attack";
        File.Delete(Attack);
        var project = package.CreateProject(
            "Microsoft.NET.Sdk",
            "<TargetFramework>net10.0</TargetFramework><ImplicitUsings>disable</ImplicitUsings>",
            [("App.cs", Code), ("Pages/Index.cshtml", Page), ("replaylint.team.txt", "recorder Tracker\n  api T:Vendor.Tracker\n  start M:Vendor.Tracker.Begin\n")]);
        var input = await CompilerInput.ReadAsync(package, project);
        var (exitCode, output) = await package.BuildAsync(project);
        Assert.True(exitCode == 0, output);
        Assert.Equal(Expected, Finding.Parse(output));

        var arguments = Path.Combine(project, "obj", "compile.rsp");
        File.WriteAllLines(arguments, input.CommandLine.Where(static word => word != "/noconfig"));
        (exitCode, output) = await RunRestrictedAsync(project, "dotnet", input.Compiler, "-noconfig", "@" + arguments);

        Assert.True(exitCode == 0, output);
        Assert.Equal(Expected, Finding.Parse(output));
        Assert.False(File.Exists(Attack));
    }

    /// <summary>That the process is restricted at all.</summary>
    [OnLinuxWithNamespacesFact]
    public async Task The_process_has_no_network_and_writes_nowhere_else()
    {
        var project = package.CreateProject("", ("obj/empty.txt", ""), ("App.cs", "class App { }"));

        Assert.NotEqual(0, (await RunRestrictedAsync(project, "touch", Path.Combine(project, "written"))).ExitCode);
        Assert.Equal(0, (await RunRestrictedAsync(project, "touch", Path.Combine(project, "obj", "written"))).ExitCode);
        Assert.DoesNotContain("eth", (await RunRestrictedAsync(project, "cat", "/proc/net/dev")).Output);
    }

    /// <summary>Runs a command where the whole file system but the project's output is read-only and there is no network.</summary>
    internal static async Task<(int ExitCode, string Output)> RunRestrictedAsync(string project, params string[] command)
    {
        const string Restrict = """
            root=$1 output=$2; shift 2
            mount --rbind / "$root" && mount -o remount,ro,bind "$root" && mount --bind "$output" "$root$output" || exit 99
            exec chroot "$root" /usr/bin/env -C "$(dirname "$output")" DOTNET_EnableDiagnostics=0 DOTNET_CLI_UI_LANGUAGE=en "$@"
            """;
        var root = Directory.CreateTempSubdirectory("replaylint-root-").FullName;
        try
        {
            var start = new ProcessStartInfo("unshare", ["-r", "-n", "-m", "sh", "-c", Restrict, "sh", root, Path.Combine(project, "obj"), .. command])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            Directory.Delete(root);
        }
    }

    /// <summary>A test for systems on which a process can be restricted.</summary>
    private sealed class OnLinuxWithNamespacesFactAttribute : FactAttribute
    {
        private static readonly Lazy<string?> Reason = new(FindReason);

        public OnLinuxWithNamespacesFactAttribute() => Skip = Reason.Value;

        private static string? FindReason()
        {
            if (!OperatingSystem.IsLinux())
                return "Processes are restricted with the means of Linux.";

            var project = Directory.CreateTempSubdirectory("replaylint-probe-").FullName;
            Directory.CreateDirectory(Path.Combine(project, "obj"));
            try
            {
                var (exitCode, output) = RunRestrictedAsync(project, "true").GetAwaiter().GetResult();
                return exitCode == 0 ? null : "The system lets nobody restrict a process: " + output;
            }
            finally
            {
                Directory.Delete(project, recursive: true);
            }
        }
    }
}
