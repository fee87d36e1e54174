using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>Code in which what the catalogue says about members that hold personal data makes a difference.</summary>
internal static class IdentityEffects
{
    /// <summary>A member whose value names a person.</summary>
    public static IEnumerable<EffectCase> Direct(StatedFact stated)
    {
        var id = stated.Stated.DirectIdentifiers.Single();
        var code = new ApiCode(EffectRunner.ForApis);
        var member = code.Find(id);
        var value = member switch
        {
            IFieldSymbol field => $"{ApiCode.Name(field.ContainingType)}.{field.Name}",
            IPropertySymbol property => $"{code.Receiver(property)}.{property.Name}",
            IMethodSymbol method => Call(code, method),
            _ => throw new InvalidOperationException(id),
        };
        var user = (IPropertySymbol)code.Find("P:Sentry.SentryUser.Id");
        yield return ApiEffects.Project("RPL4001", true, code, CatalogFile.Complete.Find("Sentry")!, code.Write(user, value));
        if (member is not IMethodSymbol shown)
            yield break;

        // What a method gives may be shown as well.
        var parameter = ApiCode.Name(shown.Parameters[0].Type);
        var model = $"namespace Shop {{ public class Form {{ public {ApiCode.Name(ApiCode.Bind(shown, code.ObjectType).ContainingType)} Source {{ get; set; }} public {parameter} Given {{ get; set; }} }} }}";
        yield return new EffectCase("RPL2005", true, ("Form.cs", model), ("Views/Index.cshtml", $"@model Shop.Form\n<script>Clarity.init('key');</script>\n<p>@Model.Source.{shown.Name}(Model.Given)</p>")) { HasViews = true };
    }

    /// <summary>An attribute that says what a member holds.</summary>
    public static IEnumerable<EffectCase> Mark(StatedFact stated)
    {
        var fact = stated.Stated.DataMarks.Single();
        var code = new ApiCode(EffectRunner.ForApis);
        var attribute = (INamedTypeSymbol?)code.FindOrNull(fact.Id);
        var declaration = attribute is null ? $"namespace {fact.Id[2..fact.Id.LastIndexOf('.')]} {{ public class {fact.LongName} : System.Attribute {{ }} }}" : "";
        var argument = fact.Value is null ? "" : $"({ApiCode.Name(attribute!.InstanceConstructors.SelectMany(static c => c.Parameters).First(static p => p.Type.TypeKind == TypeKind.Enum).Type)}.{fact.Value})";
        var model = $"{declaration}\nnamespace Shop {{ public class Form {{ [{fact.Id[2..]}{argument}] public string Thing {{ get; set; }} [{fact.Id[2..]}{argument}] public string LastName {{ get; set; }} }} }}";

        // What takes data is a field; an address of whomever is a text that some recorders mask.
        var isField = fact.Data is MarkedData.Password or MarkedData.Payment or MarkedData.Personal;
        var (rule, start, content) = isField
            ? ("RPL2004", "H.init('key', { privacySetting: 'none' })", "<input asp-for=\"Thing\">")
            : ("RPL2005", "Clarity.init('key')", "<p>@Model.LastName</p>");
        yield return new EffectCase(rule, isField, ("Form.cs", model), ("Views/Index.cshtml", $"@model Shop.Form\n<script>{start}; // highlight.run\n</script>\n{content}")) { HasViews = true };
    }

    private static string Call(ApiCode code, IMethodSymbol method)
    {
        var bound = ApiCode.Bind(method, code.ObjectType);
        return $"{code.Receiver(bound)}.{bound.Name}({string.Join(", ", bound.Parameters.Select(parameter => code.Parameter(parameter.Type)))})";
    }
}
