using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ReplayLint.CodeFixes.Web;

namespace ReplayLint.CodeFixes;

/// <summary>
/// The one code fix provider for views, pages, scripts and XAML. Findings in the code that the Razor compiler makes of a view
/// are not its own: they belong to <see cref="RecorderCodeFixProvider"/>.
/// </summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(WebCodeFixProvider),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".cshtml", ".razor", ".html", ".htm", ".js", ".mjs", ".xaml"])]
[Shared]
public sealed class WebCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = WebSolution.DiagnosticIds;

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WebFixAllProvider.Instance;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // dotnet format hands every provider the files of code.
        if (context.TextDocument is not AdditionalDocument document)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var (key, title) in await WebSolution.GetOffersAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        title,
                        cancellation => WebSolution.ApplyAsync(document.Project.Solution, [(document.Id, diagnostic)], key, cancellation),
                        key),
                    diagnostic);
            }
        }
    }
}
