using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Consent;
using ReplayLint.Readers.CSharp;
using ReplayLint.Readers.Interop;
using ReplayLint.Readers.Markup;
using ReplayLint.Readers.Script;

namespace ReplayLint.Readers.Content;

/// <summary>What the C# code of a project does with the recorders of its pages, wherever it stands in regard to consent.</summary>
internal sealed class CodeRecording(ReplayContext replay, EmbeddedScripts sight, CSharp.ValueReader values, IdentifierWords words)
{
    private static readonly PlaceState Anywhere = new(ConsentState.NotGranted);

    private readonly ScriptTextReader _texts = new(replay, values, words);

    /// <summary>The calls of functions of the page, and the texts that become scripts of it.</summary>
    public IEnumerable<RecorderUsage> Read()
    {
        var trees = replay.Models.Compilation.SyntaxTrees;
        var imported = sight.Imports ? trees.Where(Concerns).SelectMany(ImportedIn).Distinct().ToList() : [];
        foreach (var tree in trees)
        {
            foreach (var usage in imported.SelectMany(method => ReadCalls(tree, method, InteropReader.IsImported)))
                yield return usage;

            var mayCall = sight.Calls && EmbeddedScripts.MayCall(tree);

            // What a view writes is read in the view.
            var mayHoldText = sight.Texts && GeneratedView.Of(tree) is null && ScriptTrees.MayHoldScript(tree, replay.Catalog.Scripts);
            if ((!mayCall && !mayHoldText) || !Concerns(tree))
                continue;

            foreach (var usage in mayCall ? InteropReader.Methods.SelectMany(method => ReadCalls(tree, method, InteropReader.MayBe)) : [])
                yield return usage;

            foreach (var usage in mayHoldText ? ReadTexts(tree) : [])
                yield return usage;
        }
    }

    /// <summary>The names of the methods of a file that stand for functions of the page.</summary>
    private static IEnumerable<string> ImportedIn(SyntaxTree tree) =>
        EmbeddedScripts.ImportsIn(tree)
            .Select(position => tree.GetRoot().FindToken(position).Parent?.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText)
            .OfType<string>();

    private bool Concerns(SyntaxTree tree) => replay.Catalog.Scripts.MayConcern(tree.GetText());

    private IEnumerable<RecorderUsage> ReadCalls(SyntaxTree tree, string method, Func<IMethodSymbol, bool> isCall)
    {
        var interop = new InteropReader(replay, values, new IdentifierReader(words, values), words, _texts);
        foreach (var position in TreeNames.PlacesOf(tree, method))
        {
            if (tree.GetRoot().FindToken(position).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
                || replay.Models.Of(tree).GetOperation(call) is not IInvocationOperation operation
                || !isCall(operation.TargetMethod))
            {
                continue;
            }

            foreach (var usage in interop.Read(operation, static _ => Anywhere))
                yield return usage;
        }
    }

    private IEnumerable<RecorderUsage> ReadTexts(SyntaxTree tree)
    {
        var model = replay.Models.Of(tree);
        foreach (var node in tree.GetRoot().DescendantNodes(static node => !IsBody(node)))
        {
            if (!IsBody(node) || model.GetOperation(node) is not { } body)
                continue;

            foreach (var usage in _texts.Read([body], Anywhere))
                yield return usage;
        }
    }

    private static bool IsBody(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or GlobalStatementSyntax or ArrowExpressionClauseSyntax
        || (node is EqualsValueClauseSyntax && node.Parent is PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax });
}
