using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Consent;
using ReplayLint.Readers.Markup;

namespace ReplayLint.Readers.Gates;

/// <summary>
/// What a project has to hold a script back until consent. It is looked for only when a script has to be: first the conditions
/// that its views ask already, then its consent platform, its own consent service, and what ASP.NET Core offers.
/// </summary>
internal sealed class PageGates(ReplayContext replay, AnalyzerOptions options, ConsentGuards guards)
{
    private const string CanTrack = "Context.Features.Get<Microsoft.AspNetCore.Http.Features.ITrackingConsentFeature>()?.CanTrack == true";

    /// <summary>The member by whose setting an application makes ASP.NET Core ask for consent; without it everyone may be tracked.</summary>
    private const string Asks = "CheckConsentNeeded";

    private readonly ViewGuards _guards = new(replay.Models, replay.Mentions, guards);
    private readonly Lazy<ImmutableArray<string>> _attributes = new(() => new PlatformGates(replay.Catalog.Scripts).Find(options, CancellationToken.None));
    private readonly Lazy<string?> _scriptGuard = new(() => new ScriptGuards(replay.Catalog.Scripts).Find(options, CancellationToken.None));

    /// <summary>What can hold back a script at a place; null when the project has nothing that could.</summary>
    public PageGate? Find(WebFile file, TextSpan place, CancellationToken cancellation)
    {
        if (file.Kind == WebFileKind.Script)
            return _scriptGuard.Value is { } condition ? new PageGate { ScriptGuard = condition } : null;

        var attributes = _attributes.Value;
        var gate = GuardIn(file, place, attributes.IsEmpty, cancellation);
        return gate is null && attributes.IsEmpty ? null : (gate ?? new PageGate()) with { Attributes = attributes };
    }

    private PageGate? GuardIn(WebFile file, TextSpan place, bool needsGuard, CancellationToken cancellation)
    {
        if (GeneratedViews.Of(replay.Models.Compilation).Find(file.Path) is not { } view || ViewScope.At(view, file.Text, place.Start, replay.Models) is not { } scope)
            return null;

        var candidates = _guards.Find(cancellation).AsEnumerable();
        if (needsGuard)
            candidates = candidates.Concat(OfService(scope)).Concat(OfFramework());

        return candidates.Select(scope.Resolve).FirstOrDefault(static gate => gate is not null);
    }

    private IEnumerable<ViewGuard> OfService(ViewScope scope)
    {
        if (ConsentServiceFinder.Find(scope.Type, replay.Models.Compilation, guards) is not { } service || !IsGivenToOthers(service))
            yield break;

        var name = service.TypeKind == TypeKind.Interface && service.Name.Length > 1 && service.Name[0] == 'I' && char.IsUpper(service.Name[1]) ? service.Name.Substring(1) : service.Name;
        foreach (var question in ConsentServiceFinder.QuestionsOf(service, guards))
        {
            var call = question is IMethodSymbol ? "()" : "";
            var answer = (question as IMethodSymbol)?.ReturnType ?? ((IPropertySymbol)question).Type;
            var isAwaited = ConsentTypes.IsTask(answer);
            var isNullable = ConsentTypes.IsNullable(isAwaited ? ((INamedTypeSymbol)answer).TypeArguments[0] : answer);
            yield return ViewGuard.OfService(service, name, receiver => $"{(isAwaited ? "await " : "")}{receiver}.{question.Name}{call}{(isNullable ? " == true" : "")}");
        }
    }

    private IEnumerable<ViewGuard> OfFramework() => replay.Activity.Mentions(Asks) ? [ViewGuard.Of(CanTrack)] : [];

    /// <summary>Whether the container knows the service: code registers it, or has it injected.</summary>
    private bool IsGivenToOthers(INamedTypeSymbol service)
    {
        foreach (var (tree, places) in replay.Models.Names.PlacesOf(service.Name))
        {
            foreach (var position in places)
            {
                var name = tree.GetRoot().FindToken(position).Parent;
                while (name?.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax)
                    name = name.Parent;

                if (name?.Parent switch
                {
                    TypeArgumentListSyntax { Parent: GenericNameSyntax { Identifier.ValueText: var method } } => IsRegistration(method),
                    TypeOfExpressionSyntax { Parent.Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } } => IsRegistration(access.Name.Identifier.ValueText),
                    ParameterSyntax { Parent.Parent: ConstructorDeclarationSyntax or ClassDeclarationSyntax } => true,
                    PropertyDeclarationSyntax property => property.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => attribute.Name.ToString().Contains("Inject")),
                    _ => false,
                })
                    return true;
            }
        }

        return false;
    }

    private static bool IsRegistration(string method) =>
        method.StartsWith("Add", StringComparison.Ordinal) || method.StartsWith("TryAdd", StringComparison.Ordinal) || method is "GetRequiredService" or "GetService";
}
