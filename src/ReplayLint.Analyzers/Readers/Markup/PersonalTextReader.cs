using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.Catalog;
using ReplayLint.Readers.Content;

namespace ReplayLint.Readers.Markup;

/// <summary>Personal data that a page shows as text.</summary>
/// <param name="Name">As a message names it.</param>
/// <param name="Kind">The kind by which recorders know such texts: <c>email</c>, <c>number</c>; null for any other.</param>
/// <param name="IsLikely">Whether only its name says so.</param>
internal sealed record PersonalText(string Name, string? Kind, bool IsLikely);

/// <summary>Finds the expressions of a page that show personal data, by what declarations say and by names.</summary>
internal sealed class PersonalTextReader(ContentWords words, IdentifierWords identifiers, DataMarks marks, ViewMembers members)
{
    private const int MaximumLength = 2_000;

    private const int MaximumNameLength = 60;

    /// <summary>Reads an expression; null when what it shows is nobody's.</summary>
    public PersonalText? Read(WebFile file, RazorExpression expression)
    {
        if (expression.CodeSpan.Length is 0 or > MaximumLength || !IsVisible(expression))
            return null;

        // Most expressions are settled by their text: only what may be marked, or is named like personal data, is looked up.
        var written = SyntaxFactory.ParseExpression(expression.Code);
        var values = ShownValues.Of(written).ToList();
        if (values.Count == 0 || !(marks.AreUsed || values.Exists(MayBePersonal)))
            return null;

        var code = members.ExpressionAt(file, expression.CodeSpan);
        var found = code is null ? values.Select(value => ReadByName(file, value)) : ShownValues.Of(code).Select(Read);
        var texts = found.OfType<PersonalText>().ToList();
        return texts.Find(static text => !text.IsLikely) ?? texts.FirstOrDefault();
    }

    /// <summary>Whether the value is text of the page: not of a tag, a script, or the page's head.</summary>
    private static bool IsVisible(RazorExpression expression)
    {
        foreach (var around in expression.Ancestors())
        {
            if (around is MarkupAttribute or RawText || (around is MarkupElement element && (element.Is("head") || element.Is("template") || element.Is("HeadContent") || element.Is("PageTitle"))))
                return false;
        }

        return true;
    }

    private static string NameOf(ShownValue value)
    {
        var name = value.Owners.FirstOrDefault() is { } owner ? owner + "." + value.Name.Identifier.ValueText : value.Name.Identifier.ValueText;
        return name.Length > MaximumNameLength ? value.Name.Identifier.ValueText : name;
    }

    private static string? LastName(ExpressionSyntax expression) => ShownValues.Split(expression).Name?.Identifier.ValueText;

    private bool MayBePersonal(ShownValue value) =>
        value.Key is not null || words.IsPersonal(value.Name.Identifier.ValueText, ["user"]) || identifiers.IsMember(value.Owners.FirstOrDefault(), value.Name.Identifier.ValueText);

    /// <summary>A value of which nothing is known but how it is written.</summary>
    private PersonalText? ReadByName(WebFile file, ShownValue value)
    {
        var name = value.Name.Identifier.ValueText;
        if (value.Key is { } key)
            return IsClaim(key) ? new PersonalText(NameOf(value), words.KindOfText(LastName(key)!), IsLikely: true) : null;

        var path = value.Name.Parent is MemberAccessExpressionSyntax access && access.Name == value.Name ? access : (ExpressionSyntax)value.Name;
        if (members.ByModel(file, path, isOfModel: false) is { } member && ReadMember(value, member) is { } found)
            return found;

        return identifiers.IsMember(value.Owners.FirstOrDefault(), name) || words.IsPersonal(name, value.Owners)
            ? new PersonalText(NameOf(value), words.KindOfText(name), IsLikely: true)
            : null;
    }

    private PersonalText? Read(ShownValue value)
    {
        if (members.SymbolOf(value.Name) is not { } symbol)
        {
            // What is found at run time has a name and no more.
            return value.Key is null && words.IsPersonal(value.Name.Identifier.ValueText, value.Owners)
                ? new PersonalText(NameOf(value), words.KindOfText(value.Name.Identifier.ValueText), IsLikely: true)
                : null;
        }

        if (symbol is IMethodSymbol)
        {
            return identifiers.Members.Contains(symbol.OriginalDefinition.GetDocumentationCommentId() ?? "") ? new PersonalText(NameOf(value), words.KindOfText(symbol.Name), IsLikely: false)
                : value.Key is { } key && IsClaim(key) ? new PersonalText(NameOf(value), words.KindOfText(LastName(key)!), IsLikely: false)
                : null;
        }

        return ReadMember(value, symbol);
    }

    private PersonalText? ReadMember(ShownValue value, ISymbol symbol)
    {
        var type = symbol switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol { IsConst: false } field => field.Type,
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => null,
        };
        if (type is null || !IsText(type, out var isSimple))
            return null;

        var data = marks.Of(symbol);
        var isPersonal = data is not (MarkedData.None or MarkedData.Email)
            || identifiers.Members.Contains(symbol.OriginalDefinition.GetDocumentationCommentId() ?? "");
        if (isPersonal)
            return new PersonalText(NameOf(value), words.KindOfText(symbol.Name) ?? (data == MarkedData.Payment ? "number" : null), IsLikely: false);

        if (!isSimple)
            return null;

        var owners = value.Owners.Concat(symbol.ContainingType is { } container && symbol is IPropertySymbol or IFieldSymbol ? [symbol.ContainingType.Name] : []);
        return words.IsPersonal(data == MarkedData.Email ? "Email" : symbol.Name, [.. owners, symbol.Name])
            ? new PersonalText(NameOf(value), data == MarkedData.Email ? "email" : words.KindOfText(symbol.Name), IsLikely: true)
            : null;
    }

    /// <summary>Whether the value of the type reads as data of one person, and whether it is a text or a date.</summary>
    private static bool IsText(ITypeSymbol type, out bool isSimple)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: { Length: 1 } inner })
            type = inner[0];

        isSimple = type.SpecialType is SpecialType.System_String or SpecialType.System_DateTime || type.Name is "DateOnly" or "DateTimeOffset" or "MailAddress" || type.TypeKind == TypeKind.Dynamic;
        return isSimple || (type.SpecialType != SpecialType.System_Boolean && !type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable));
    }

    private bool IsClaim(ExpressionSyntax key) => LastName(key) is { } name && identifiers.IsMember(ShownValues.Split(key).Before is { } owner ? LastName(owner) : null, name);
}
