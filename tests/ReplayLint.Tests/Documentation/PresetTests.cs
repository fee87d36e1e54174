using System.Text;
using Microsoft.CodeAnalysis;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Documentation;

/// <summary>The presets are made from the descriptors; with <c>REPLAYLINT_UPDATE=1</c> they are written, otherwise compared.</summary>
public class PresetTests
{
    [Theory]
    [InlineData("off", "No findings.")]
    [InlineData("advisory", "Findings as suggestions: for a project that starts with old findings.")]
    [InlineData("recommended", "Findings as warnings, doubts as suggestions. The default.")]
    [InlineData("strict", "Findings as errors: the build fails. The rules see the mode themselves, and leave doubts as suggestions.")]
    public void A_preset_says_what_its_name_says(string mode, string summary)
    {
        var path = TestReferences.RepositoryPath("rules", "presets", mode + ".globalconfig");
        var expected = Write(mode, summary);
        if (Environment.GetEnvironmentVariable("REPLAYLINT_UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path));
    }

    private static string Write(string mode, string summary)
    {
        var preset = new StringBuilder()
            .Append("# ReplayLintMode ").Append(mode).Append(". ").Append(summary).Append('\n')
            .Append("# Made from the rules; any other global configuration wins over it.\n")
            .Append("is_global = true\n")
            .Append("global_level = -100\n\n");
        foreach (var descriptor in RulePage.Descriptors.Where(static d => !d.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)).OrderBy(static d => d.Id, StringComparer.Ordinal))
        {
            preset
                .Append("# ").Append(descriptor.Title).Append('\n')
                .Append("dotnet_diagnostic.").Append(descriptor.Id).Append(".severity = ").Append(Severity(mode, descriptor)).Append('\n');
        }

        return preset.Append("\n# Of RPL9xxx, what is an error cannot be configured: it watches over the configuration itself.\n").ToString();
    }

    private static string Severity(string mode, DiagnosticDescriptor descriptor) => mode switch
    {
        "off" => "none",
        "advisory" => "suggestion",

        // A rule's findings are not all as certain: each keeps the severity that it is reported with.
        _ => "default",
    };
}
