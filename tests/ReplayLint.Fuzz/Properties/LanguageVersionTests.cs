using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Fuzz.Inputs;
using Xunit;

namespace ReplayLint.Fuzz.Properties;

/// <summary>What is found in code does not depend on the version of C# that the project is written in, as long as that version knows what the code says.</summary>
public class LanguageVersionTests
{
    /// <summary>Of all texts, every so many are tried.</summary>
    private const int Step = 25;

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Preview)]
    public void Findings_are_the_same_in_every_version_that_knows_the_code(LanguageVersion version)
    {
        var texts = Corpus.Of(CorpusKind.Code);
        var tried = 0;
        for (var i = (int)version % Step; i < texts.Length; i += Step)
        {
            var project = CodeProject.Create(texts[i], version);
            if (project.Compilation.GetDiagnostics().Any(static diagnostic => IsAboutLanguage(diagnostic)))
            {
                // There is no telling what code means that the version does not know, but it ends nothing.
                _ = project.Findings;
                continue;
            }

            var latest = CodeProject.Create(texts[i]);
            if (!latest.Findings.IsEmpty)
                tried++;

            Assert.Equal(Show(latest.Findings), Show(project.Findings));
        }

        Assert.True(tried > 5, $"Only {tried} texts had findings.");
    }

    /// <summary>Whether the compiler says that the version does not know something, or reads it as something else.</summary>
    private static bool IsAboutLanguage(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error && (diagnostic.GetMessage().Contains("C#", StringComparison.Ordinal) || diagnostic.Location.SourceTree?.GetDiagnostics().Contains(diagnostic) == true);

    private static string Show(ImmutableArray<Diagnostic> findings) =>
        string.Join('\n', findings.Select(static finding => $"{finding.Location.GetLineSpan()} {finding.Severity} {finding.Id} {finding.GetMessage()}").Order(StringComparer.Ordinal));
}
