using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.Catalog;
using ReplayLint.Readers.CSharp;

namespace ReplayLint.Readers.Storage;

/// <summary>
/// Finds where a project keeps the recordings of a recorder that hands them to nobody else: an endpoint, a method that the page
/// calls, or a call that takes the events out of the recorder. Names alone tell, so what rests on it is a hint; and where
/// anything near recordings speaks of deleting, nothing is found.
/// </summary>
internal sealed class StorageReader(Compilation compilation, RecorderCatalog catalog, CancellationToken cancellation)
{
    private readonly StorageNames _names = new(catalog);
    private readonly SemanticModels _models = new(compilation);

    /// <summary>The places that store recordings of the recorder, in files that developers write.</summary>
    public IEnumerable<RecorderUsage> Read(Recorder recorder)
    {
        var trees = compilation.SyntaxTrees.Where(tree => !IsGenerated(tree) && _names.MayConcernRecordings(tree.GetText(cancellation))).ToList();
        var found = trees.SelectMany(tree => ReadTree(tree, recorder)).ToList();
        return found.Count == 0 || trees.Exists(tree => _names.SpeaksOfDeleting(tree.GetRoot(cancellation))) ? [] : found;
    }

    private static bool IsGenerated(SyntaxTree tree) => tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<RecorderUsage> ReadTree(SyntaxTree tree, Recorder recorder)
    {
        foreach (var node in tree.GetRoot(cancellation).DescendantNodes())
        {
            cancellation.ThrowIfCancellationRequested();
            SyntaxNode? place = node switch
            {
                InvocationExpressionSyntax call when Endpoint.IsMapped(call) => _names.TakesRecordings(call) ? call : null,
                InvocationExpressionSyntax call when GivesOutEvents(call, recorder) => call,
                MethodDeclarationSyntax method when Endpoint.IsCalledFromOutside(method) => method,
                _ => null,
            };

            if (place is InvocationExpressionSyntax called && StoresNear(called))
                yield return Create(recorder, CallName.Of(called), Endpoint.NameOf(called));
            else if (place is MethodDeclarationSyntax declared && _names.TakesRecordings(declared) && _names.Stores(declared))
                yield return Create(recorder, declared.Identifier.ValueText, declared.Identifier.GetLocation());
        }
    }

    /// <summary>The handler of an endpoint stores, or the method in which the events are taken out does.</summary>
    private bool StoresNear(InvocationExpressionSyntax call) => Endpoint.IsMapped(call)
        ? call.ArgumentList.Arguments.Any(_names.Stores) || HandlersOf(call).Any(_names.Stores)
        : call.FirstAncestorOrSelf<SyntaxNode>(static node => node is MemberDeclarationSyntax and not BaseNamespaceDeclarationSyntax) is { } member && _names.Stores(member);

    private IEnumerable<SyntaxNode> HandlersOf(InvocationExpressionSyntax call)
    {
        foreach (var argument in call.ArgumentList.Arguments)
        {
            var name = argument.Expression switch
            {
                IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
                MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
                _ => null,
            };

            if (name is null)
                continue;

            foreach (var node in call.SyntaxTree.GetRoot(cancellation).DescendantNodes())
            {
                if (Endpoint.Declares(node, name))
                    yield return node;
            }
        }
    }

    private bool GivesOutEvents(InvocationExpressionSyntax call, Recorder recorder)
    {
        foreach (var fact in recorder.Facts)
        {
            if (fact is EventsFact
                && fact.SimpleName == CallName.Of(call)
                && _models.Of(call.SyntaxTree).GetSymbolInfo(call, cancellation).Symbol is { } method
                && method.OriginalDefinition.GetDocumentationCommentId() == fact.Id)
            {
                return true;
            }
        }

        return false;
    }

    private static RecorderUsage Create(Recorder recorder, string member, Location place) => new(UsageKind.Store, recorder, member, place);
}
