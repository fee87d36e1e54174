using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Readers.CSharp;

namespace ReplayLint.Readers.Interop;

/// <summary>
/// Finds in one body of C# code where it touches a recorder of the page: by calling its functions, and by writing its script.
/// While the compiler walks the body only names are compared.
/// </summary>
internal sealed class EmbeddedScriptReader(ReplayContext replay, EmbeddedScripts sight, ValueReader values, IdentifierReader identifiers, IdentifierWords words)
{
    private List<IInvocationOperation>? _calls;

    /// <summary>Notes a call that may be one of a function of the page.</summary>
    public void Meet(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if ((sight.Calls && InteropReader.MayBe(call.TargetMethod)) || (sight.Imports && InteropReader.IsImported(call.TargetMethod)))
            (_calls ??= []).Add(call);
    }

    /// <summary>Reads what was met, and the texts of the body.</summary>
    public IEnumerable<RecorderUsage> Read(OperationBlockAnalysisContext context)
    {
        // What a view writes is read in the view.
        var tree = context.OperationBlocks.IsEmpty ? null : context.OperationBlocks[0].Syntax.SyntaxTree;
        var hasTexts = sight.Texts && tree is not null && !context.IsGeneratedCode && ScriptTrees.MayHoldScript(tree, replay.Catalog.Scripts);
        if (tree is null || (_calls is null && !hasTexts))
            yield break;

        var guards = replay.GuardsIn(context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree));
        var consent = new BodyConsent(context, guards, replay.Mentions, replay.Observer);
        var texts = new ScriptTextReader(replay, values, words);
        if (_calls is not null)
        {
            var interop = new InteropReader(replay, values, identifiers, words, texts);
            foreach (var call in _calls)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                foreach (var usage in interop.Read(call, place => TextPlaces.StateAt(place, consent)))
                    yield return usage;
            }
        }

        if (!hasTexts)
            yield break;

        foreach (var usage in texts.Read(context.OperationBlocks, context.OwningSymbol, consent))
            yield return usage;
    }
}
