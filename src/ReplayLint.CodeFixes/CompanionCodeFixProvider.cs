using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ReplayLint.CodeFixes;

/// <summary>Fixes findings in pages and scripts from a place in C#, which is the only way by which <c>dotnet format</c> gets there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompanionCodeFixProvider)), Shared]
public sealed class CompanionCodeFixProvider : CodeFixProvider
{
    internal const string Key = "FixPages";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Descriptors.RPL9007_PagesCanBeFixedFromHere.Id);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => CompanionFixAllProvider.Instance;

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        foreach (var diagnostic in context.Diagnostics)
        {
            // dotnet format asks with the first finding of the analyzer, whatever its rule.
            if (CompanionFix.RecorderOf(diagnostic) is not { } recorder)
                continue;

            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Fix what pages and scripts do with {recorder}",
                    cancellation => CompanionFix.ApplyAsync(project.Solution, project.Id, [recorder], cancellation),
                    Key),
                diagnostic);
        }

        return Task.CompletedTask;
    }
}
