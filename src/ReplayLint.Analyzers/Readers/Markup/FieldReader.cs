using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Readers.Content;

namespace ReplayLint.Readers.Markup;

/// <summary>Finds the fields of a page that take passwords, payment data and the like, by what the page and the declarations say.</summary>
internal sealed class FieldReader(ContentWords words, DataMarks marks, ViewMembers members)
{
    private static readonly HashSet<string> Elements = new(StringComparer.OrdinalIgnoreCase) { "input", "textarea", "select", "InputText", "InputTextArea", "InputNumber", "InputDate", "InputSelect" };

    /// <summary>Attributes by which an element is bound to a member.</summary>
    private static readonly (string Name, bool IsOfModel)[] Bindings = [("asp-for", true), ("@bind-Value", false), ("@bind", false), ("@bind-value", false), ("@bind:get", false)];

    private static readonly string[] Names = ["name", "id"];

    /// <summary>Types of fields that nobody types into, or that take what is looked for.</summary>
    private static readonly HashSet<string> OtherTypes = new(StringComparer.OrdinalIgnoreCase) { "hidden", "submit", "button", "reset", "image", "checkbox", "radio", "file", "range", "color", "search" };

    /// <summary>Components that are bound to a member and take no text.</summary>
    private static readonly string[] OtherComponents = ["check", "switch", "radio", "toggle", "slider", "rating", "file", "upload", "tab", "dialog", "modal"];

    /// <summary>Whether a page may hold a field at all.</summary>
    public static bool MayHoldAny(string text) =>
        Holds(text, "<input") || Holds(text, "<textarea") || Holds(text, "<select") || Holds(text, "@bind") || Holds(text, "Html.");

    /// <summary>Reads an element; null when it is no field, or an ordinary one.</summary>
    public SensitiveField? Read(WebFile file, MarkupElement element)
    {
        if (!IsField(file, element))
            return null;

        var type = element.FindAttribute("type");
        var typeName = type is { IsLiteral: true } ? type.Value?.Trim().ToLowerInvariant() ?? "" : "";
        if (OtherTypes.Contains(typeName))
            return null;

        var autocomplete = element.FindAttribute("autocomplete")?.Value?.Trim().ToLowerInvariant() ?? "";
        var binding = BindingOf(element);
        var data = binding is { } bound && marks.AreUsed && members.MemberAt(file, bound.Span, bound.IsOfModel) is { } member ? marks.Of(member) : MarkedData.None;

        // The tag helper takes the type from the declaration.
        var isPassword = typeName == "password" || (type is null && data == MarkedData.Password && element.FindAttribute("asp-for") is not null);
        var name = binding?.Name ?? NameOf(element, "name") ?? NameOf(element, "id");
        var field = (isPassword ? new SensitiveField("a password", "password") : null)
            ?? ByAutocomplete(autocomplete)
            ?? ByData(data)
            ?? (binding is { } by ? words.FieldNamed(LastName(by.Name)) : null)
            ?? Names.Select(attribute => NameOf(element, attribute) is { } named ? words.FieldNamed(LastName(named)) : null).FirstOrDefault(static found => found is not null);
        return field is null
            ? null
            : field with
            {
                Name = name ?? element.Name,
                Kinds = KindsOf(element.Is("textarea") || element.Is("InputTextArea") ? "textarea" : isPassword ? "password" : typeName, autocomplete, field.Group),

                // Where the type is computed, as for a field that can show its password, it may be either.
                IsLikely = field.IsLikely || type is { IsLiteral: false },
            };
    }

    /// <summary>Reads a call that writes a field, such as <c>@Html.PasswordFor(m =&gt; m.Password)</c>, with the attributes that it is given.</summary>
    public (SensitiveField Field, ImmutableArray<(string Name, string? Value)> Attributes)? Read(WebFile file, RazorExpression expression)
    {
        if (!expression.Code.StartsWith("Html.", StringComparison.Ordinal)
            || SyntaxFactory.ParseExpression(expression.Code) is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method }, ArgumentList.Arguments: { Count: > 0 } arguments }
            || method is not ("PasswordFor" or "Password" or "TextBoxFor" or "TextBox" or "TextAreaFor" or "TextArea" or "EditorFor" or "Editor"))
        {
            return null;
        }

        var attributes = arguments.SelectMany(static argument => AttributesIn(argument.Expression)).ToImmutableArray();
        var type = attributes.FirstOrDefault(static attribute => attribute.Name == "type").Value?.ToLowerInvariant() ?? "";
        if (OtherTypes.Contains(type))
            return null;

        var (name, data) = Target(file, expression, arguments[0].Expression);
        var autocomplete = attributes.FirstOrDefault(static attribute => attribute.Name == "autocomplete").Value?.ToLowerInvariant() ?? "";
        var isPassword = type == "password" || method is "PasswordFor" or "Password" || (method is "EditorFor" or "Editor" && data == MarkedData.Password);
        var field = (isPassword ? new SensitiveField("a password", "password") : null) ?? ByAutocomplete(autocomplete) ?? ByData(data) ?? words.FieldNamed(LastName(name));
        return field is null
            ? null
            : (field with { Name = name, Kinds = KindsOf(method.StartsWith("TextArea", StringComparison.Ordinal) ? "textarea" : isPassword ? "password" : type, autocomplete, field.Group) }, attributes);
    }

    private static bool Holds(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsField(WebFile file, MarkupElement element)
    {
        if (Elements.Contains(element.Name))
            return true;

        // A component of someone else that is bound to a member.
        return file.Kind == WebFileKind.Razor
            && char.IsUpper(element.Name[0])
            && element.FindAttribute("@bind-Value") is not null
            && !OtherComponents.Any(other => element.Name.IndexOf(other, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    private static (string Name, TextSpan Span, bool IsOfModel)? BindingOf(MarkupElement element)
    {
        foreach (var (name, isOfModel) in Bindings)
        {
            if (element.FindAttribute(name) is not { ValueSpan: { IsEmpty: false } span } attribute)
                continue;

            // Razor allows the @ of an expression in both, as in @bind="@name".
            var value = attribute.Value!;
            var skipped = value.Length - value.TrimStart('@', '(').Length;
            var code = value.Substring(skipped).TrimEnd(')');
            if (code.Length > 0)
                return (code, new TextSpan(span.Start + skipped, code.Length), isOfModel);
        }

        return null;
    }

    private static string? NameOf(MarkupElement element, string attribute) => element.FindAttribute(attribute) is { IsLiteral: true, Value: { Length: > 0 } name } ? name : null;

    private static string LastName(string path)
    {
        var end = path.TrimEnd(']', '[', ')');
        return end.Substring(end.LastIndexOfAny(['.', '[', '?', '!']) + 1);
    }

    private static SensitiveField? ByAutocomplete(string autocomplete)
    {
        foreach (var token in autocomplete.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (token.StartsWith("cc-", StringComparison.Ordinal))
                return new SensitiveField("payment data", "payment");

            if (token is "current-password" or "new-password")
                return new SensitiveField("a password", "password");

            if (token is "one-time-code")
                return new SensitiveField("a one-time code", "");
        }

        return null;
    }

    private static SensitiveField? ByData(MarkedData data) => data switch
    {
        MarkedData.Password => new SensitiveField("a password", "password"),
        MarkedData.Payment => new SensitiveField("payment data", "payment"),
        MarkedData.Personal => new SensitiveField("personal data", ""),
        _ => null,
    };

    /// <summary>A password that is typed in clear is none to a recorder: only the type of the field says so.</summary>
    private static ImmutableArray<string> KindsOf(string type, string autocomplete, string group)
    {
        var kinds = ImmutableArray.CreateBuilder<string>();
        if (type.Length > 0)
            kinds.Add(type);

        if (group == "payment")
            kinds.Add(group);

        if (autocomplete.StartsWith("cc-", StringComparison.Ordinal) || autocomplete.EndsWith("-password", StringComparison.Ordinal))
            kinds.Add("autocomplete");

        return kinds.ToImmutable();
    }

    /// <summary>The literal members of the anonymous objects in an argument: <c>new { @class = "…", data_x = "…" }</c>.</summary>
    private static IEnumerable<(string Name, string? Value)> AttributesIn(ExpressionSyntax argument)
    {
        foreach (var member in argument.DescendantNodesAndSelf().OfType<AnonymousObjectMemberDeclaratorSyntax>())
        {
            if (member is { NameEquals.Name.Identifier.ValueText: var name, Expression: LiteralExpressionSyntax { Token.Value: { } value } })
                yield return (name.Replace('_', '-'), value.ToString());
        }
    }

    private (string Name, MarkedData Data) Target(WebFile file, RazorExpression expression, ExpressionSyntax argument)
    {
        switch (argument)
        {
            case LambdaExpressionSyntax { ExpressionBody: { } body }:
                var span = new TextSpan(expression.CodeSpan.Start + body.SpanStart, body.Span.Length);
                var path = body.ToString();
                var dot = path.IndexOf('.');
                return (dot < 0 ? path : path.Substring(dot + 1), marks.AreUsed && members.MemberAt(file, span, isOfModel: false) is { } member ? marks.Of(member) : OfModel(file, path, dot));

            case LiteralExpressionSyntax { Token.Value: string name }:
                return (name, MarkedData.None);

            default:
                return (argument.ToString(), MarkedData.None);
        }
    }

    private MarkedData OfModel(WebFile file, string path, int dot) =>
        dot >= 0 && marks.AreUsed && members.ByModel(file, SyntaxFactory.ParseExpression(path.Substring(dot + 1)), isOfModel: true) is { } member ? marks.Of(member) : MarkedData.None;
}
