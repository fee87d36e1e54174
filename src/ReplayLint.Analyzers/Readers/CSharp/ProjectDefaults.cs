using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;
using ReplayLint.Readers.Content;
using ReplayLint.Readers.Interop;

namespace ReplayLint.Readers.CSharp;

/// <summary>
/// The options of the project's own whose defaults leave a recorder open. They are looked for where recorders are configured,
/// and reported where they are declared, so that an editor shows and fixes them there.
/// </summary>
internal sealed class ProjectDefaults
{
    private static readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<int, bool>> WrittenFromElsewhere = new();

    private readonly ReplayContext _replay;
    private readonly ValueReader _values;
    private readonly WrapperDefaults _defaults;
    private readonly Lazy<Dictionary<ISymbol, RecorderUsage>> _found;

    public ProjectDefaults(ReplayContext replay, EmbeddedScripts sight, ValueReader values, IdentifierWords words)
    {
        _replay = replay;
        _values = values;
        _defaults = new WrapperDefaults(replay.Models, values);
        _found = new(() => Find(sight, words));
    }

    /// <summary>
    /// Whether options of the project may decide a setting at all: something that is no literal is written to one, calls of
    /// pages are handed objects, or the project has a catalogue of its own. Most projects write literals.
    /// </summary>
    public static bool MayHold(ReplayContext replay, EmbeddedScripts sight)
    {
        if (sight != EmbeddedScripts.None || replay.Catalog != RecorderCatalog.BuiltIn)
            return true;

        // Asked again after every edit, of every file: each name once.
        var settings = replay.Referenced.SelectMany(static recorder => recorder.Facts).OfType<SettingFact>().ToList();
        var names = replay.Models.Names;
        return settings.Select(static setting => MemberId.SimpleName(setting.ContainingTypeId)).Distinct().Any(names.Mention)
            || settings.Select(static setting => setting.SimpleName).Distinct().SelectMany(names.PlacesOf).Any(static file => IsWrittenFromElsewhere(file.Tree, file.Places));
    }

    /// <summary>Whether something that is no literal is written at one of the places; found once for a file.</summary>
    private static bool IsWrittenFromElsewhere(SyntaxTree tree, ImmutableArray<int> places)
    {
        var known = WrittenFromElsewhere.GetOrCreateValue(tree);
        foreach (var place in places)
        {
            if (known.GetOrAdd(place, position => tree.GetRoot().FindToken(position).Parent?.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Right: not LiteralExpressionSyntax }))
                return true;
        }

        return false;
    }

    /// <summary>The options of a type whose defaults leave a recorder open.</summary>
    public IEnumerable<RecorderUsage> In(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol or IFieldSymbol && _found.Value.TryGetValue(member.OriginalDefinition, out var usage))
                yield return usage;
        }
    }

    private Dictionary<ISymbol, RecorderUsage> Find(EmbeddedScripts sight, IdentifierWords words)
    {
        var found = new Dictionary<ISymbol, RecorderUsage>(SymbolEqualityComparer.Default);
        IEnumerable<RecorderUsage?> ofPages = sight == EmbeddedScripts.None ? [] : new CodeRecording(_replay, sight, _values, words).Read();
        foreach (var usage in Settings().SelectMany(Of).Concat(ofPages))
        {
            if (usage is { Option: { } option } && !found.ContainsKey(option))
                found.Add(option, usage);
        }

        return found;
    }

    private IEnumerable<SettingFact> Settings() =>
        _replay.Referenced
            .SelectMany(static recorder => recorder.Facts)
            .OfType<SettingFact>()
            .Where(setting => setting.Protects is not (Protects.Network or Protects.Identity) || _replay.Activity.IsEnabled(setting.Recorder));

    private IEnumerable<RecorderUsage?> Of(SettingFact setting)
    {
        // A team's own options type that it has listed.
        var compilation = _replay.Models.Compilation;
        if (DocumentationCommentId.GetFirstSymbolForDeclarationId(setting.Id, compilation) is { } member && SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, compilation.Assembly))
            yield return _defaults.Declared(member, setting);

        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var position in TreeNames.PlacesOf(tree, setting.SimpleName))
            {
                if (tree.GetRoot().FindToken(position).Parent is IdentifierNameSyntax name
                    && name.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } assignment
                    && assignment.Left.Span.End == name.Span.End
                    && _replay.Models.Of(tree) is var model
                    && model.GetSymbolInfo(name).Symbol is { } written
                    && _replay.Facts.Find(written).Contains(setting)
                    && model.GetOperation(assignment.Right) is { } value)
                {
                    yield return _defaults.Flowing(value, setting, setting.Recorder);
                }
            }

            // An argument that stands for a setting may be named, or be one of a constructor that is.
            foreach (var usage in OfCreations(tree, setting))
                yield return usage;
        }
    }

    private IEnumerable<RecorderUsage?> OfCreations(SyntaxTree tree, SettingFact setting)
    {
        if (!TreeNames.Mentions(tree, MemberId.SimpleName(setting.ContainingTypeId)))
            yield break;

        foreach (var syntax in tree.GetRoot().DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
        {
            if (syntax.ArgumentList is not { Arguments.Count: > 0 } || _replay.Models.Of(tree).GetOperation(syntax) is not IObjectCreationOperation { Constructor: { } constructor } creation)
                continue;

            foreach (var passed in Call.Of(creation, constructor).Values)
            {
                if (passed.PropertyOfOptions() is { } property && _replay.Facts.Find(property).Contains(setting))
                    yield return _defaults.Flowing(passed.Value, setting, setting.Recorder);
            }
        }
    }
}
