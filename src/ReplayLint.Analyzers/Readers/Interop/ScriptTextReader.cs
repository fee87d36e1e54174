using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Consent;
using ReplayLint.Readers.CSharp;
using ReplayLint.Readers.Markup;
using ReplayLint.Readers.Script;

namespace ReplayLint.Readers.Interop;

/// <summary>Finds texts in C# code that become scripts of a page, and reads them as scripts are read.</summary>
internal sealed class ScriptTextReader(ReplayContext replay, IdentifierWords words)
{
    private const string Tag = "<script";

    /// <summary>What a text is joined to in several statements.</summary>
    private static readonly HashSet<string> Appending = new(StringComparer.Ordinal) { "Append", "AppendLine", "AppendFormat", "AppendHtml", "AppendHtmlLine", "Write", "WriteLine" };

    /// <summary>The usages in the texts of one body, or of one initialiser.</summary>
    public IEnumerable<RecorderUsage> Read(IEnumerable<IOperation> blocks, ISymbol owner, BodyConsent consent)
    {
        var started = new HashSet<(Recorder, Location)>();
        foreach (var (text, places) in Texts(blocks))
        {
            if (!MayBeScript(text.Text) || (owner is IFieldSymbol field && IsPartOfText(field, places[0].Syntax.SyntaxTree)))
                continue;

            var state = new Lazy<PlaceState>(() => StateOf(places, owner, consent));
            foreach (var usage in Read(text, () => state.Value))
            {
                if (usage.Kind != UsageKind.Start || !usage.SetsUp || started.Add((usage.Recorder, usage.Location)))
                    yield return usage;
            }
        }
    }

    /// <summary>The usages in a text, which is markup or a script.</summary>
    public IEnumerable<RecorderUsage> Read(CodeText code, Func<PlaceState> outside)
    {
        var text = code.Text;
        var scripts = text.IndexOf(Tag, StringComparison.OrdinalIgnoreCase) >= 0 ? ScriptsOf(text).ToList() : [(text, 0, null)];
        var recorders = new PageRecorders();
        var started = new HashSet<Recorder>();
        foreach (var (script, start, element) in scripts)
        {
            var state = element is { WaitsForConsent: true } ? new PlaceState(ConsentState.Granted) : null;
            foreach (var usage in ReadSource(element, code, text, state ?? outside()))
            {
                if (started.Add(usage.Recorder))
                    yield return usage;
            }

            var document = ScriptDocument.Parse(script);
            if (document.ParseFailed && element is null)
                continue;

            var page = new ScriptPage(replay.Catalog.Scripts, words, text, span => code.Locate(Shift(span, start)))
            {
                Outside = state ?? outside(),
                TemplateCode = span => code.CodeAt(Shift(span, start)),
                Recorders = recorders,
            };
            foreach (var usage in ScriptUsageReader.Read(document, page))
            {
                if (usage.Kind != UsageKind.Start || !usage.SetsUp || started.Add(usage.Recorder))
                    yield return usage;
            }
        }
    }

    private static TextSpan Shift(TextSpan span, int start) => new(span.Start + start, span.Length);

    private bool MayBeScript(string text) =>
        text.IndexOf('(') >= 0 || text.IndexOf(Tag, StringComparison.OrdinalIgnoreCase) >= 0 || (text.IndexOf('=') >= 0 && replay.Catalog.Scripts.HasHost(text));

    private IEnumerable<(string Script, int Start, ScriptElement? Element)> ScriptsOf(string text)
    {
        foreach (var element in MarkupDocument.Parse(text, MarkupLanguage.Html).Descendants().OfType<MarkupElement>())
        {
            if (ScriptElement.Read(element, replay.Catalog.Scripts) is { } script)
                yield return (element.RawText?.ToScript() ?? "", element.RawText?.Span.Start ?? element.Span.Start, script);
        }
    }

    private IEnumerable<RecorderUsage> ReadSource(ScriptElement? element, CodeText code, string text, PlaceState state)
    {
        if (element?.Element.FindAttribute("src") is not { Value: { } address, ValueSpan: { } span })
            yield break;

        foreach (var host in replay.Catalog.Scripts.FindHosts(address, text))
        {
            if (!host.Fact.Starts)
                continue;

            yield return new RecorderUsage(UsageKind.Start, host.Recorder, ScriptStarts.AddressOf(address, host.Span), code.Locate(span))
            {
                Consent = state.State,
                Doubt = state.Doubt,
                Path = state.Path,
                FalseGates = state.FalseGates(host.Recorder),
                IsUnverified = host.Fact.IsUnverified,
                IsVolumeOutOfSight = ScriptStarts.IsVolumeOutOfSight(host.Recorder, null),
            };
        }
    }

    /// <summary>The texts of a body, with the operations that write them; what is appended to one object is one text.</summary>
    private static IEnumerable<(CodeText Text, List<IOperation> Places)> Texts(IEnumerable<IOperation> blocks)
    {
        var appended = new Dictionary<string, (CodeText Text, List<IOperation> Places)>(StringComparer.Ordinal);
        var texts = new List<(CodeText, List<IOperation>)>();
        foreach (var root in blocks.SelectMany(static block => Roots(block)))
        {
            if (AppenderOf(root) is not { } appender)
            {
                var text = new CodeText();
                text.Append(root);
                texts.Add((text, [root]));
                continue;
            }

            var key = KeyOf(appender);
            if (!appended.TryGetValue(key, out var joined))
                appended.Add(key, joined = (new CodeText(), []));

            joined.Text.Append(root);
            joined.Text.AppendLine();
            joined.Places.Add(root);
        }

        return texts.Concat(appended.Values);
    }

    /// <summary>The outermost operations that are texts.</summary>
    private static IEnumerable<IOperation> Roots(IOperation block)
    {
        var pending = new Stack<IOperation>();
        pending.Push(block);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (CodeText.IsText(operation)
                || operation is IInterpolatedStringHandlerCreationOperation
                || (operation is IFieldReferenceOperation { ConstantValue: { HasValue: true, Value: string } } && AppenderOf(operation) is not null))
            {
                yield return operation;
                continue;
            }

            foreach (var child in operation.ChildOperations.Reverse())
                pending.Push(child);
        }
    }

    private static IInvocationOperation? AppenderOf(IOperation text)
    {
        var parent = text.Parent;
        while (parent is IConversionOperation)
            parent = parent.Parent;

        return parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var name } call } && Appending.Contains(name) ? call : null;
    }

    /// <summary>The object that a chain of calls appends to.</summary>
    private static string KeyOf(IInvocationOperation call)
    {
        var receiver = call.Instance ?? (call.Arguments.IsEmpty ? null : call.Arguments[0].Value);
        while (receiver?.Unwrap() is IInvocationOperation inner && Appending.Contains(inner.TargetMethod.Name))
            receiver = inner.Instance ?? (inner.Arguments.IsEmpty ? null : inner.Arguments[0].Value);

        return receiver?.Syntax.ToString() ?? "";
    }

    /// <summary>What is known where a text is used: where it is written, and where the variable is read that keeps it.</summary>
    private PlaceState StateOf(List<IOperation> places, ISymbol owner, BodyConsent consent)
    {
        PlaceState? lowest = null;
        foreach (var place in places)
        {
            var state = owner is IFieldSymbol field ? OfField(field, place, consent) : OfPlace(place, consent);
            if (lowest is null || state.State < lowest.State)
                lowest = state;
        }

        return lowest ?? new PlaceState(ConsentState.NotGranted);
    }

    private static PlaceState OfPlace(IOperation place, BodyConsent consent)
    {
        var written = StateAt(place, consent);
        if (written.State == ConsentState.Granted || LocalOf(place) is not { } local)
            return written;

        PlaceState? used = null;
        foreach (var reference in place.Root().Descendants().OfType<ILocalReferenceOperation>())
        {
            if (!SymbolEqualityComparer.Default.Equals(reference.Local, local) || reference.Parent is ISimpleAssignmentOperation { Target: var target } && target == reference)
                continue;

            var state = StateAt(reference, consent);
            if (used is null || state.State < used.State)
                used = state;
        }

        return used is not null && used.State > written.State ? used : written;
    }

    public static PlaceState StateAt(IOperation place, BodyConsent consent)
    {
        var state = consent.At(place);
        if (state == ConsentState.Granted)
            return new PlaceState(state);

        var path = consent.PathTo(place);
        return new PlaceState(state, state == ConsentState.Unknown ? consent.DoubtAt(place, path) : null)
        {
            Path = path.Select(static step => step.Location).ToImmutableArray(),
            FalseGates = recorder => state == ConsentState.NotGranted ? consent.FalseGatesOn(path, recorder) : ImmutableArray<FalseGate>.Empty,
        };
    }

    private static ILocalSymbol? LocalOf(IOperation place)
    {
        var parent = place.Parent;
        while (parent is IConversionOperation)
            parent = parent.Parent;

        return parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } => local.Local,
            _ => null,
        };
    }

    /// <summary>A constant is used elsewhere: in its file, as far as we look.</summary>
    private PlaceState OfField(IFieldSymbol field, IOperation place, BodyConsent consent)
    {
        PlaceState? lowest = null;
        foreach (var reference in UsesOf(field, place.Syntax.SyntaxTree))
        {
            var state = StateAt(reference, consent);
            if (lowest is null || state.State < lowest.State)
                lowest = state;
        }

        return lowest ?? new PlaceState(ConsentState.Unknown, new ConsentDoubt(DoubtReason.Script, field.Name));
    }

    /// <summary>Whether a constant is joined to other texts: it is read where that is done.</summary>
    private bool IsPartOfText(IFieldSymbol field, SyntaxTree tree)
    {
        foreach (var reference in UsesOf(field, tree))
        {
            var parent = reference.Parent;
            while (parent is IConversionOperation)
                parent = parent.Parent;

            if (parent is IInterpolationOperation || (parent is not null && CodeText.IsText(parent)) || AppenderOf(reference) is not null)
                return true;
        }

        return false;
    }

    private IEnumerable<IOperation> UsesOf(IFieldSymbol field, SyntaxTree tree)
    {
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == field.Name
                && replay.Models.Of(tree).GetOperation(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name) is IFieldReferenceOperation reference
                && SymbolEqualityComparer.Default.Equals(reference.Field, field))
            {
                yield return reference;
            }
        }
    }
}
