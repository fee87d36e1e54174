using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Objects in code that become objects of a script: anonymous ones and dictionaries.</summary>
internal static class PageObject
{
    /// <summary>The object at the span, or the call to the page whose arguments end there and hold none.</summary>
    public static ExpressionSyntax? FindSite(SyntaxNode root, TextSpan span, SemanticModel model, CancellationToken cancellationToken)
    {
        if (span.IsEmpty || !root.FullSpan.Contains(span))
            return null;

        return root.FindNode(span, getInnermostNodeForTie: true) switch
        {
            AnonymousObjectCreationExpressionSyntax created when created.Span == span => created,
            BaseObjectCreationExpressionSyntax created when created.Span == span && EntryTypeOf(created, model, cancellationToken) is not null => created,
            ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list when list.Span.End == span.End && span.Start > list.SpanStart && PageCall.Is(call, model, cancellationToken) => call,
            _ => null,
        };
    }

    /// <summary>Whether the options can be written there.</summary>
    public static bool CanAdd(ExpressionSyntax site, ImmutableArray<(string Path, string Value)> options, SemanticModel model, CancellationToken cancellationToken)
    {
        if (site is InvocationExpressionSyntax call)
        {
            return options.All(static option => option.Path.Split('.').All(IsMemberName))
                && call.ArgumentList.Arguments.All(argument => argument.NameColon is null && model.GetTypeInfo(argument.Expression, cancellationToken).ConvertedType is not IArrayTypeSymbol);
        }

        foreach (var group in options.GroupBy(static option => First(option.Path)))
        {
            var isNested = group.Any(static option => option.Path.IndexOf('.') >= 0);
            if (FindMember(site, group.Key) is { } given)
            {
                var value = PageValue.ValueOf(given)!;
                if (!isNested || !IsObject(value, model, cancellationToken) || !CanAdd(value, Rest(group), model, cancellationToken))
                    return false;
            }
            else if (site is AnonymousObjectCreationExpressionSyntax ? !IsMemberName(group.Key) : !CanHold(EntryTypeOf(site, model, cancellationToken), group, isNested))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The site with the options, in the way in which the code there writes options already.</summary>
    public static ExpressionSyntax Add(ExpressionSyntax site, ImmutableArray<(string Path, string Value)> options)
    {
        if (site is InvocationExpressionSyntax call)
            return call.WithArgumentList(call.ArgumentList.WithArguments(InitializerSyntax.Add(call.ArgumentList.Arguments, SyntaxFactory.Argument(Create(options)))));

        foreach (var group in options.GroupBy(static option => First(option.Path)))
        {
            if (FindMember(site, group.Key) is { } given && PageValue.ValueOf(given) is { } value)
                site = site.ReplaceNode(value, Add(value, Rest(group)).WithTriviaFrom(value));
            else
                site = AddMember(site, group.Key, group.Any(static option => option.Path.IndexOf('.') >= 0) ? Create(Rest(group)) : SettingValueSyntax.Create(group.First().Value));
        }

        return site;
    }

    /// <summary>How many members an object has; arguments of a constructor count.</summary>
    public static int CountMembers(ExpressionSyntax created) => created switch
    {
        AnonymousObjectCreationExpressionSyntax anonymous => anonymous.Initializers.Count,
        BaseObjectCreationExpressionSyntax creation => (creation.Initializer?.Expressions.Count ?? 0) + (creation.ArgumentList?.Arguments.Count ?? 0),
        _ => 0,
    };

    /// <summary>The object without the member that has the same name, or is written the same.</summary>
    public static ExpressionSyntax RemoveMember(ExpressionSyntax created, SyntaxNode member)
    {
        switch (created)
        {
            case AnonymousObjectCreationExpressionSyntax anonymous:
                var index = anonymous.Initializers.IndexOf(other => PageValue.NameOf(other) == PageValue.NameOf(member));
                return index < 0 ? created : anonymous.WithInitializers(InitializerSyntax.RemoveAt(anonymous.Initializers, index));

            case BaseObjectCreationExpressionSyntax { Initializer: { } initializer } creation:
                var position = initializer.Expressions.IndexOf(other => other.ToString() == member.ToString());
                return position < 0 ? created : creation.WithInitializer(initializer.WithExpressions(InitializerSyntax.RemoveAt(initializer.Expressions, position)));

            default:
                return created;
        }
    }

    /// <summary>The type of the values of a dictionary with texts as keys; null for another object.</summary>
    private static ITypeSymbol? EntryTypeOf(ExpressionSyntax created, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetTypeInfo(created, cancellationToken).Type is not { } type)
            return null;

        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented is { Name: "IDictionary", TypeArguments: { Length: 2 } arguments } && arguments[0].SpecialType == SpecialType.System_String)
                return arguments[1];
        }

        return null;
    }

    private static bool IsObject(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken) =>
        value is AnonymousObjectCreationExpressionSyntax || (value is BaseObjectCreationExpressionSyntax && EntryTypeOf(value, model, cancellationToken) is not null);

    private static bool CanHold(ITypeSymbol? entry, IEnumerable<(string Path, string Value)> options, bool isNested) =>
        entry is not null && (isNested ? entry.SpecialType == SpecialType.System_Object && Rest(options).All(static option => option.Path.Split('.').All(IsMemberName)) : options.All(option => SettingValueSyntax.Fits(option.Value, entry)));

    private static SyntaxNode? FindMember(ExpressionSyntax created, string name) => created switch
    {
        AnonymousObjectCreationExpressionSyntax anonymous => anonymous.Initializers.FirstOrDefault(member => PageValue.NameOf(member) == name),
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.FirstOrDefault(member => PageValue.NameOf(member) == name),
        _ => null,
    };

    private static ExpressionSyntax AddMember(ExpressionSyntax created, string name, ExpressionSyntax value)
    {
        switch (created)
        {
            case AnonymousObjectCreationExpressionSyntax { Initializers.Count: 0 }:
                return Create($"{Escape(name)} = {value}").WithTriviaFrom(created);

            case AnonymousObjectCreationExpressionSyntax anonymous:
                return anonymous.WithInitializers(InitializerSyntax.Add(anonymous.Initializers, Create($"{Escape(name)} = {value}").Initializers[0].WithoutTrivia()));

            case BaseObjectCreationExpressionSyntax creation:
                var key = SyntaxFactory.Literal(name).ToString();
                var isPair = creation.Initializer?.Expressions.FirstOrDefault() is InitializerExpressionSyntax;
                var parsed = (ObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression(isPair ? $"new X {{ {{ {key}, {value} }} }}" : $"new X {{ [{key}] = {value} }}");
                if (creation.Initializer is { Expressions.Count: > 0 } initializer)
                    return creation.WithInitializer(initializer.WithExpressions(InitializerSyntax.Add(initializer.Expressions, parsed.Initializer!.Expressions[0].WithoutTrivia())));

                var members = parsed.Initializer!.WithTrailingTrivia(creation.GetTrailingTrivia());
                return creation is ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0 } plain
                    ? plain.WithType(plain.Type.WithTrailingTrivia(SyntaxFactory.Space)).WithArgumentList(null).WithInitializer(members)
                    : creation.WithInitializer(members.WithLeadingTrivia(creation.Initializer is null ? SyntaxFactory.TriviaList(SyntaxFactory.Space) : SyntaxTriviaList.Empty));

            default:
                return created;
        }
    }

    private static AnonymousObjectCreationExpressionSyntax Create(IEnumerable<(string Path, string Value)> options) =>
        Create(string.Join(", ", options.GroupBy(static option => First(option.Path)).Select(static group =>
            $"{Escape(group.Key)} = {(group.Any(static option => option.Path.IndexOf('.') >= 0) ? Create(Rest(group)) : SettingValueSyntax.Create(group.First().Value))}")));

    private static AnonymousObjectCreationExpressionSyntax Create(string members) => (AnonymousObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression($"new {{ {members} }}");

    /// <summary>A name of a script that C# can give a member, and that stays as it is on its way to the page.</summary>
    private static bool IsMemberName(string name) => SyntaxFacts.IsValidIdentifier(name) && !char.IsUpper(name[0]);

    private static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static string First(string path) => path.IndexOf('.') is var dot && dot < 0 ? path : path.Substring(0, dot);

    private static ImmutableArray<(string Path, string Value)> Rest(IEnumerable<(string Path, string Value)> options) =>
        options.Where(static option => option.Path.IndexOf('.') >= 0).Select(static option => (option.Path.Substring(option.Path.IndexOf('.') + 1), option.Value)).ToImmutableArray();
}
